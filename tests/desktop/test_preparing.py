"""Preparing a PC; other tests say how a command tells it."""

from __future__ import annotations

import os
import stat
import sys
from typing import TYPE_CHECKING

import pytest

from desktop import rights
from desktop.machine_settings import SettingsRefused, load
from desktop.preparing import PreparationFailed, Prepared, RightsMissing, prepare
from tests.desktop.test_machine_settings import WHOLE

if TYPE_CHECKING:
    from pathlib import Path

if sys.platform == "win32":
    pytest.skip("lists of rights are tried on the installed program", allow_module_level=True)

NEW = WHOLE.encode()


@pytest.fixture(autouse=True)
def administrator(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rights, "is_administrator", lambda: True)
    monkeypatch.setattr(rights, "share_data", lambda _: False)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_settings_come_to_their_place_readable_for_all(tmp_path: Path) -> None:
    place = tmp_path / "etc" / "pengaturan.toml"
    before = os.umask(0o077)
    try:
        done = prepare(NEW, place, tmp_path / "data", tmp_path)
    finally:
        os.umask(before)
    assert done == Prepared(place, None)
    assert load(place).lock_minutes == 15
    assert (mode(place), mode(place.parent)) == (0o644, 0o755)
    assert list(place.parent.iterdir()) == [place]
    assert prepare(NEW, place, tmp_path / "data", tmp_path) == done


def test_without_settings_those_that_are_there_stay(tmp_path: Path) -> None:
    place = tmp_path / "pengaturan.toml"
    place.write_bytes(NEW)
    assert prepare(None, place, tmp_path / "data", tmp_path) == Prepared(None, None)
    assert place.read_bytes() == NEW


def test_bad_settings_and_missing_rights_change_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "etc" / "pengaturan.toml"
    with pytest.raises(SettingsRefused):
        prepare(b"kunci_layar = 0", place, tmp_path / "data", tmp_path)
    monkeypatch.setattr(rights, "is_administrator", lambda: False)
    with pytest.raises(RightsMissing, match="administrator"):
        prepare(NEW, place, tmp_path / "data", tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_refuses_leaves_the_settings_there_were(tmp_path: Path) -> None:
    (tmp_path / "etc").write_bytes(b"berkas di tempat folder")
    with pytest.raises(PreparationFailed, match="ada berkas di tempat folder"):
        prepare(NEW, tmp_path / "etc" / "pengaturan.toml", tmp_path / "data", tmp_path)
    assert (tmp_path / "etc").read_bytes() == b"berkas di tempat folder"
