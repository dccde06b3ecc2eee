from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop.ui.learning.answers.choice_box import ChoiceBox
from desktop.ui.learning.answers.gap_text import GapText
from desktop.ui.learning.answers.gaps import GapsWidget
from lessons.questions.base import Place
from tests.desktop.ui.learning.answers.forms import GAPS, keyboard_on, shown

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_fields_stand_in_the_line_where_their_gap_is(qtbot: QtBot) -> None:
    widget = shown(qtbot, GAPS, GapsWidget)
    first, second = widget.blanks.values()
    assert 0 < first.x() < second.x()
    assert abs(first.geometry().center().y() - second.geometry().center().y()) <= 3
    assert widget.shows_text


@pytest.mark.parametrize("width", [300, 420, 560, 820])
def test_the_text_wraps_and_no_field_is_cut_or_covered(qtbot: QtBot, width: int) -> None:
    text = "Kata-kata di depan [[1]] lalu di tengah [[2]] dan di belakang [[3]] lagi. " * 2
    places = tuple(Place(str(number), "") for number in (1, 2, 3))
    widget = shown(qtbot, replace(GAPS, text=text, places=places), GapsWidget, width)
    boxes = [each.geometry() for each in widget.blanks.values()]
    room = widget.findChild(GapText)
    assert room is not None
    assert all(room.rect().contains(box) for box in boxes)
    assert not any(one.intersects(other) for one in boxes for other in boxes if one is not other)


def test_larger_text_makes_room_for_larger_fields(qtbot: QtBot) -> None:
    widget = shown(qtbot, GAPS, GapsWidget)
    blank = widget.blanks["1"]
    before = blank.height()
    widget.setStyleSheet("QLineEdit, QComboBox, #gap_text { font-size: 24pt; }")
    qtbot.waitUntil(lambda: blank.height() > before)
    room = widget.findChild(GapText)
    assert room is not None
    assert all(room.rect().contains(each.geometry()) for each in widget.blanks.values())


def test_typing_and_choosing_change_the_answer(qtbot: QtBot) -> None:
    widget = shown(qtbot, GAPS, GapsWidget)
    with qtbot.waitSignal(widget.changed):
        qtbot.keyClicks(widget.blanks["1"], "3")
    widget.blanks["2"].setFocus()
    with qtbot.waitSignal(widget.changed):
        assert widget.choose(1)
    assert widget.answer() == {"1": "3", "2": "libur"}
    assert not widget.choose(2)
    with qtbot.waitSignal(widget.changed):
        qtbot.keyClick(widget.blanks["2"], Qt.Key.Key_Up)
    assert widget.answer() == {"1": "3", "2": "kerja"}


def test_enter_goes_from_gap_to_gap_and_then_on(qtbot: QtBot) -> None:
    widget = shown(qtbot, GAPS, GapsWidget)
    widget.focus_first()
    assert keyboard_on() == "gap_1"
    assert widget.go_on()
    assert keyboard_on() == "gap_2"
    assert not widget.go_on()


def test_names_hold_the_words_around_the_gap(qtbot: QtBot) -> None:
    widget = shown(qtbot, GAPS, GapsWidget)
    names = [each.accessibleName() for each in widget.blanks.values()]
    assert names == [
        "Isian 1: Paling lambat (kosong) hari (isian) sesudahnya.",
        "Isian 2: Paling lambat (isian) hari (kosong) sesudahnya.",
    ]
    assert isinstance(widget.blanks["2"], ChoiceBox)


def test_a_gap_that_the_text_lost_can_be_filled_all_the_same(qtbot: QtBot) -> None:
    widget = shown(qtbot, replace(GAPS, text="Tanpa [[1]] yang kedua, [[9]]."), GapsWidget)
    assert widget.blanks["2"].isVisible()
    assert widget.blanks["2"].y() >= widget.blanks["1"].y()
