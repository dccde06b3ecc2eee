"""A round without a window, by which a new PC also joins the office of its settings."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from desktop import cli
from desktop.exits import Exit
from tests.desktop.sync.servers import GoodServer, serving

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.desktop.sync.servers import Listening

    Write = Callable[..., None]

SECOND = GoodServer.offices[1]


@pytest.fixture
def server() -> Iterator[Listening]:
    with serving(GoodServer()) as listening:
        yield listening


@pytest.fixture(autouse=True)
def write(server: Listening, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Writes a settings file for this PC."""
    path = tmp_path / "pengaturan.toml"
    monkeypatch.setenv("BINA_ASN_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("BINA_ASN_SETTINGS", str(path))

    def write_settings(code: str = GoodServer.wide_code, unit: str = SECOND.code) -> None:
        lines = (f'server = "{server.address}"', f'kode_pendaftaran = "{code}"', f'unit = "{unit}"')
        path.write_text("\n".join(lines), encoding="utf-8")

    return write_settings


def test_a_new_pc_joins_and_syncs(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    write()
    assert cli.run(["sync"]) == Exit.OK
    assert "Terhubung dengan BKPSDM Kota Dumai, Purnama." in capsys.readouterr().out
    write(code="0000-0000", unit="14.72.06.1003")
    assert cli.run(["sync", "--json"]) == Exit.OK
    assert json.loads(capsys.readouterr().out)["enrolment"]["unit"] == SECOND.code


def test_a_refusal_is_told_and_mended_settings_are_tried(
    write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    write(code="0000-0000")
    for _ in range(2):
        assert cli.run(["sync"]) == Exit.REFUSED
        assert "tidak dikenal" in capsys.readouterr().err
    write()
    assert cli.run(["sync"]) == Exit.OK


def test_a_pc_that_must_ask_does_not_join_by_itself(
    write: Write, server: Listening, capsys: pytest.CaptureFixture[str]
) -> None:
    write(unit="tanya")
    assert cli.run(["sync"]) == Exit.NOT_ENROLLED
    assert "belum terhubung" in capsys.readouterr().err
    assert server.requests == []


def test_settings_that_cannot_be_read_are_named(
    write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    write(unit="di mana saja")
    assert cli.run(["sync"]) == Exit.SETTINGS
    assert "Baris 3" in capsys.readouterr().err
