from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desktop.ui.kit import Picture
from desktop.ui.learning.answers.number import NumberWidget
from lessons.questions.registry import asks_again
from tests.desktop.ui.learning.answers.forms import NUMBER, keyboard_on, shown

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def widget(qtbot: QtBot) -> NumberWidget:
    made = shown(qtbot, NUMBER, NumberWidget)
    made.focus_first()
    return made


def complaint(widget: NumberWidget) -> str:
    """The words below the line, where an icon stands beside them."""
    found = widget.findChild(QLabel, "number_field_error")
    assert found is not None
    icon = widget.findChild(Picture)
    assert icon is not None
    assert icon.isVisible() == found.isVisible()
    return found.text() if found.isVisible() else ""


def test_the_unit_stands_beside_the_line_and_in_its_name(widget: NumberWidget) -> None:
    assert "hari kerja" in [each.text() for each in widget.findChildren(QLabel)]
    assert widget.edit.accessibleName() == "Jawaban Anda: Batas, dalam hari kerja"
    assert keyboard_on() == "number_field"


def test_what_was_typed_is_kept_as_typed(qtbot: QtBot, widget: NumberWidget) -> None:
    for typed in ("1", "1.", "1.0", "1.00", "1.000", "1.000 "):
        with qtbot.waitSignal(widget.changed):
            qtbot.keyClicks(widget.edit, typed[-1])
        assert widget.answer() == typed
    assert not complaint(widget)


def test_a_number_that_cant_be_read_is_asked_for_again_once_it_is_left(
    qtbot: QtBot, widget: NumberWidget
) -> None:
    qtbot.keyClicks(widget.edit, "1.5")
    assert not complaint(widget), "not while it is being typed"
    widget.edit.clearFocus()
    assert complaint(widget) == asks_again(NUMBER, "1.5")
    assert widget.edit.accessibleDescription() == complaint(widget)
    assert widget.edit.property("wrong") == "true"
    assert widget.answer() == "1.5"


def test_the_words_come_after_a_pause_too(qtbot: QtBot, widget: NumberWidget) -> None:
    qtbot.keyClicks(widget.edit, "lima")
    qtbot.waitUntil(lambda: bool(complaint(widget)))


def test_the_words_go_as_soon_as_it_can_be_read(qtbot: QtBot, widget: NumberWidget) -> None:
    widget.show_answer("1.5")
    assert complaint(widget)
    qtbot.keyClick(widget.edit, Qt.Key.Key_End)
    qtbot.keyClicks(widget.edit, "00")
    assert widget.answer() == "1.500"
    assert not complaint(widget)
    assert widget.edit.property("wrong") == "false"


def test_digits_are_text_and_no_options(qtbot: QtBot, widget: NumberWidget) -> None:
    assert not widget.choose(0)
    qtbot.keyClicks(widget.edit, "12")
    assert widget.answer() == "12"
