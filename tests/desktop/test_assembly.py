"""What IT staff decided for a PC, as the program lives by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from desktop.services.messages import Tone
from tests.desktop.desk import BUDI, SITI, Desk, fill, is_tile_of
from tests.lessons.packages.making import KEY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture
def desk(
    request: pytest.FixtureRequest, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Desk]:
    """The program on a PC with the settings that the test names."""
    (tmp_path / "pengaturan.toml").write_text(request.param, "utf-8")
    monkeypatch.setenv("BINA_ASN_SETTINGS", str(tmp_path / "pengaturan.toml"))
    fill(tmp_path / "data", SITI, BUDI)
    made = Desk(qtbot, tmp_path / "data")
    yield made
    made.close()


def choose(desk: Desk, name: str) -> None:
    tile = next(each for each in desk.window.findChildren(QWidget) if is_tile_of(each, name))
    desk.click(tile.objectName())


@pytest.mark.parametrize("desk", ["aktivasi = false"], indirect=True)
def test_without_activation_nobody_is_asked_for_a_code(desk: Desk) -> None:
    choose(desk, BUDI.name)
    assert desk.is_shown("save_password_button")


@pytest.mark.parametrize("desk", ["aktivasi = true"], indirect=True)
def test_with_activation_the_code_comes_first(desk: Desk) -> None:
    choose(desk, BUDI.name)
    assert desk.is_shown("code_button")


@pytest.mark.parametrize("desk", ["kunci_layar = 1"], indirect=True)
def test_the_screen_locks_after_the_minutes_of_the_settings(desk: Desk) -> None:
    desk.sign_in()
    assert 59_000 < desk.services.session._timer.interval() <= 60_001


@pytest.mark.parametrize("desk", [f'kunci_kota = "{KEY.public}"'], indirect=True)
def test_the_key_of_the_city_reaches_the_courses(desk: Desk) -> None:
    assert desk.services.library._city_key == KEY.public


@pytest.mark.parametrize("desk", ["kunci_layar = 0\nlain = 1"], indirect=True)
def test_a_broken_file_is_told_and_stops_nobody(desk: Desk) -> None:
    (told,) = desk.told
    assert (told.title, told.tone) == ("Berkas pengaturan ditolak", Tone.DANGER)
    assert "Baris 1: kunci_layar" in told.message
    assert "Baris 2: lain" in told.message
    desk.sign_in()
    assert desk.services.session._timer.interval() > 299_000
