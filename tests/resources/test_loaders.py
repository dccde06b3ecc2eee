from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QFontDatabase

from resources import DARK, LIGHT, Tokens, load_fonts, load_icon, load_stylesheet
from resources.loaders import FOLDER, MissingResource

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

ICONS = sorted(path.stem for path in (FOLDER / "icons").glob("*.svg"))
ROOT = FOLDER.parent


@pytest.mark.parametrize("name", ICONS)
def test_every_icon_is_drawn_in_the_colour_asked_for(qtbot: QtBot, name: str) -> None:
    image = load_icon(name, "#ab2119").pixmap(24, 24).toImage()
    inked = {image.pixelColor(x, y).name() for x in range(24) for y in range(24)}
    assert "#ab2119" in inked


def test_an_unknown_icon_is_an_error(qtbot: QtBot) -> None:
    with pytest.raises(MissingResource, match="ikon-lain"):
        load_icon("ikon-lain", "#000000")


def test_an_icon_leaves_room_beside_it() -> None:
    narrow = load_icon("home", "#000000").pixmap(20, 20).toImage()
    wide = load_icon("home", "#000000", (0.2, 0.4)).pixmap(32, 20).toImage()
    assert (wide.width(), wide.height()) == (32, 20)
    assert wide.copy(4, 0, 20, 20) == narrow


def test_every_icon_is_used() -> None:
    sources = "\n".join(path.read_text("utf-8") for path in (ROOT / "desktop").rglob("*.py"))
    unused = [name for name in ICONS if f'"{name}"' not in sources]
    assert unused == []


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_the_stylesheet_holds_colours_alone(tokens: Tokens) -> None:
    sheet = load_stylesheet(tokens)
    assert "@" not in sheet
    assert tokens.accent in sheet
    pictures = re.findall(r"url\((.*?)\)", sheet)
    assert pictures
    assert all(Path(picture).is_file() for picture in pictures)


def test_a_slip_in_the_stylesheet_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "styles").mkdir()
    (tmp_path / "styles" / "base.qss").write_text("QLabel { color: @txet; }")
    monkeypatch.setattr("resources.loaders.FOLDER", tmp_path)
    with pytest.raises(MissingResource, match="@txet"):
        load_stylesheet(LIGHT)


def test_the_bundled_font_is_there_in_four_styles(qtbot: QtBot) -> None:
    family = load_fonts()
    assert family in QFontDatabase.families()
    assert {"Regular", "Bold", "Italic", "Bold Italic"} <= set(QFontDatabase.styles(family))


@pytest.mark.parametrize("notice", ["icons/LICENSE", "fonts/OFL.txt"])
def test_the_licences_lie_beside_what_they_are_for(notice: str) -> None:
    assert "Copyright" in (FOLDER / notice).read_text("utf-8")
