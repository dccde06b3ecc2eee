from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel

from desktop.ui.learning.answers.matching import MatchingWidget
from lessons.questions.base import Choice, Form, Place
from tests.desktop.ui.learning.answers.forms import MATCHING, keyboard_on, shown

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def words(widget: MatchingWidget) -> list[str]:
    return [each.text() for each in widget.findChildren(QLabel) if each.isVisible()]


def test_arrows_and_letters_choose_in_the_box_that_has_the_keyboard(qtbot: QtBot) -> None:
    widget = shown(qtbot, MATCHING, MatchingWidget)
    widget.focus_first()
    with qtbot.waitSignal(widget.changed):
        qtbot.keyClick(widget.boxes[0], Qt.Key.Key_Down)
    assert widget.answer() == {"b": "x1"}
    with qtbot.waitSignal(widget.changed):
        qtbot.keyClick(widget.boxes[0], Qt.Key.Key_B)
    assert widget.answer() == {"b": "x2"}
    with qtbot.waitSignal(widget.changed):
        assert widget.choose(2)
    assert widget.answer() == {"b": "x3"}


def test_enter_goes_from_side_to_side_and_then_on(qtbot: QtBot) -> None:
    widget = shown(qtbot, MATCHING, MatchingWidget)
    widget.focus_first()
    assert widget.go_on()
    assert keyboard_on() == "match_2"
    assert not widget.go_on()


def test_the_keyboard_begins_at_the_first_side_without_a_choice(qtbot: QtBot) -> None:
    widget = shown(qtbot, MATCHING, MatchingWidget)
    widget.show_answer({"b": "x1"})
    widget.focus_first()
    assert keyboard_on() == "match_2"


def test_a_choice_can_be_taken_back(qtbot: QtBot) -> None:
    widget = shown(qtbot, MATCHING, MatchingWidget)
    widget.show_answer({"b": "x1"})
    with qtbot.waitSignal(widget.changed):
        qtbot.keyClick(widget.boxes[0], Qt.Key.Key_Up)
    assert widget.answer() is None


def test_tells_where_each_right_side_is_used(qtbot: QtBot) -> None:
    widget = shown(qtbot, MATCHING, MatchingWidget)
    assert not any("Dipakai" in each for each in words(widget))
    widget.show_answer({"a": "x1", "b": "x1"})
    assert [each for each in words(widget) if "Dipakai" in each] == ["Dipakai pada butir 1 dan 2"]


def test_names_say_number_and_left_side_and_boxes_the_plain_right_side(qtbot: QtBot) -> None:
    widget = shown(qtbot, MATCHING, MatchingWidget)
    assert [each.accessibleName() for each in widget.boxes] == [
        "Pasangan butir 1: Pemerasan",
        "Pasangan butir 2: Suap",
    ]
    assert widget.boxes[0].itemText(1) == "A. Pemberian agar berbuat"


def test_the_wheel_scrolls_the_page_and_changes_no_answer(qtbot: QtBot) -> None:
    widget = shown(qtbot, MATCHING, MatchingWidget)
    widget.show_answer({"b": "x1"})
    box = widget.boxes[0]
    middle = QPointF(box.rect().center())
    wheel = QWheelEvent(
        middle,
        box.mapToGlobal(middle),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box, wheel)
    assert widget.answer() == {"b": "x1"}
    assert not wheel.isAccepted()


@pytest.mark.qt_log_ignore("does not support", extend=True)
def test_long_texts_wrap_on_both_sides_and_in_the_open_list(qtbot: QtBot) -> None:
    long = " ".join(["pemberitahuan"] * 20)
    form = Form("j", "matching", "", "", (Choice("x", long), Choice("y", "B")), (Place("a", long),))
    widget = shown(qtbot, form, MatchingWidget, width=600)
    for each in widget.findChildren(QLabel):
        if "pemberitahuan" in each.text():
            assert each.width() <= 300
            assert each.height() > 4 * each.fontMetrics().height()
    widget.boxes[0].showPopup()
    view = widget.boxes[0].view()
    first, second = (view.visualRect(view.model().index(row, 0)) for row in (1, 2))
    assert first.height() > 2 * second.height()
    widget.boxes[0].hidePopup()
