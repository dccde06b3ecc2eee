"""Enrolling without a window into an office that is named."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from desktop import cli
from desktop.exits import Exit
from tests.desktop.sync.servers import GoodServer, serving

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SECOND = GoodServer.offices[1]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BINA_ASN_DATA", str(tmp_path))
    return tmp_path


@pytest.fixture
def words() -> Iterator[list[str]]:
    with serving(GoodServer()) as listening:
        yield ["enrol", "--server", listening.address, "--code", GoodServer.wide_code]


def test_a_pc_names_its_office(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run([*words, "--unit", SECOND.code, "--json"]) == Exit.OK
    assert json.loads(capsys.readouterr().out)["enrolment"]["unit"] == SECOND.code


def test_who_names_none_reads_which_there_are(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(words) == Exit.REFUSED
    said = capsys.readouterr()
    assert said.out == ""
    assert "--unit KODE" in said.err
    assert f"{SECOND.code}  {SECOND.title}" in said.err
    assert cli.run([*words, "--json"]) == Exit.REFUSED
    facts = json.loads(capsys.readouterr().out)
    assert facts["details"] == "unit-needed"
    assert facts["offices"][1] == {"code": SECOND.code, "title": SECOND.title}
    assert cli.run(["status"]) == Exit.NOT_ENROLLED


def test_another_office_than_the_named_one_is_refused(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    other = [*words[:-1], GoodServer.code, "--unit", SECOND.code]
    assert cli.run(other) == Exit.REFUSED
    assert "Kantor tidak cocok" in capsys.readouterr().err
    assert cli.run(["status"]) == Exit.NOT_ENROLLED
