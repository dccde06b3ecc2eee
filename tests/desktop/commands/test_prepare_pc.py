from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import pytest

from desktop import cli, rights
from tests.desktop.rights import folder_for_all, without_rights
from tests.desktop.test_machine_settings import WHOLE

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BINA_ASN_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("BINA_ASN_SETTINGS", str(tmp_path / "etc" / "pengaturan.toml"))
    return tmp_path / "etc" / "pengaturan.toml"


@pytest.mark.skipif(sys.platform == "win32", reason="tried on the installed program")
def test_an_administrator_prepares_the_pc(
    tmp_path: Path,
    place: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(rights, "is_administrator", lambda: True)
    monkeypatch.setattr(rights, "share_data", lambda _: True)
    (tmp_path / "dari flashdisk.toml").write_text(WHOLE, "utf-8")
    assert cli.run(["prepare-pc", "--settings", str(tmp_path / "dari flashdisk.toml")]) == 0
    said = capsys.readouterr().out
    assert f"Pengaturan disimpan di {place}." in said
    assert "Komputer siap dipakai." in said
    assert place.read_text("utf-8") == WHOLE
    assert cli.run(["prepare-pc", "--json"]) == 0
    facts = json.loads(capsys.readouterr().out)
    assert (facts["settings"], facts["data"]) == (None, str(tmp_path / "data"))


@pytest.mark.parametrize(("content", "words"), [("unit = 1", "unit"), (None, "tidak ditemukan")])
def test_settings_that_can_not_be_used_change_nothing(
    tmp_path: Path,
    place: Path,
    capsys: pytest.CaptureFixture[str],
    content: str | None,
    words: str,
) -> None:
    file = tmp_path / "salah.toml"
    if content:
        file.write_text(content)
    assert cli.run(["prepare-pc", "--settings", str(file)]) == 11
    assert words in capsys.readouterr().err
    assert not place.parent.exists()
    assert not (tmp_path / "data").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="accounts are another matter there")
def test_an_ordinary_account_is_refused_with_fourteen(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with folder_for_all() as folder:
        monkeypatch.setenv("BINA_ASN_DATA", str(folder / "data"))
        with without_rights(folder):
            assert cli.run(["prepare-pc", "--json"]) == 14
        assert list(folder.iterdir()) == []
    assert json.loads(capsys.readouterr().out)["error"] == "RightsMissing"
