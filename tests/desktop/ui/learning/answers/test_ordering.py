from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from desktop.ui.learning.answers.ordering import OrderingWidget
from tests.desktop.ui.learning.answers.forms import ORDERING, keyboard_on, shown

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

MODIFIERS = [Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier]


@pytest.fixture
def widget(qtbot: QtBot) -> OrderingWidget:
    return shown(qtbot, ORDERING, OrderingWidget)


def order(widget: OrderingWidget) -> list[str]:
    """The items as they stand on the screen, by height."""
    return [each.item for each in sorted(widget.rows, key=lambda row: row.y())]


def button(widget: OrderingWidget, row: int, name: str) -> QPushButton:
    found = widget.rows[row].findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


@pytest.mark.parametrize("modifier", MODIFIERS)
def test_alt_or_ctrl_with_an_arrow_takes_the_row_along(
    qtbot: QtBot, widget: OrderingWidget, modifier: Qt.KeyboardModifier
) -> None:
    widget.focus_first()
    with qtbot.waitSignal(widget.changed):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down, modifier)
    assert widget.answer() == order(widget) == ["i1", "i0", "i2"]
    assert keyboard_on() == "order_i0"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up, modifier)
    assert widget.answer() == order(widget) == ["i0", "i1", "i2"]


def test_a_row_at_the_edge_stays_and_nothing_is_answered(
    qtbot: QtBot, widget: OrderingWidget
) -> None:
    widget.focus_first()
    with qtbot.assertNotEmitted(widget.changed):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up, MODIFIERS[0])
    assert widget.answer() is None


def test_arrows_alone_move_the_keyboard(qtbot: QtBot, widget: OrderingWidget) -> None:
    widget.focus_first()
    for key, name in (
        (Qt.Key.Key_Down, "order_i1"),
        (Qt.Key.Key_Down, "order_i2"),
        (Qt.Key.Key_Down, "order_i2"),
        (Qt.Key.Key_Up, "order_i1"),
    ):
        qtbot.keyClick(QApplication.focusWidget(), key)
        assert keyboard_on() == name
    assert widget.choose(0)
    assert keyboard_on() == "order_i0"
    assert widget.answer() is None


def test_buttons_move_and_give_the_keyboard_to_the_row_at_the_edge(
    qtbot: QtBot, widget: OrderingWidget
) -> None:
    down = button(widget, 1, "down_button")
    qtbot.mouseClick(down, Qt.MouseButton.LeftButton)
    assert widget.answer() == order(widget) == ["i0", "i2", "i1"]
    assert not down.isEnabled()
    up = button(widget, 1, "up_button")
    up.setFocus()
    qtbot.keyClick(up, Qt.Key.Key_Space)
    assert widget.answer() == order(widget) == ["i2", "i0", "i1"]
    assert keyboard_on() == "order_i2"


def test_dragging_takes_a_row_past_its_neighbours(qtbot: QtBot, widget: OrderingWidget) -> None:
    _drag(widget.rows[0], widget.rows[2].geometry().bottom() + 1)
    assert widget.answer() == order(widget) == ["i1", "i2", "i0"]
    _drag(widget.rows[2], widget.rows[0].geometry().top() + 1)
    assert widget.answer() == order(widget) == ["i0", "i1", "i2"]


def test_a_mere_click_moves_nothing(qtbot: QtBot, widget: OrderingWidget) -> None:
    with qtbot.assertNotEmitted(widget.changed):
        qtbot.mouseClick(widget.rows[1], Qt.MouseButton.LeftButton)
    assert keyboard_on() == "order_i1"
    assert widget.answer() is None


def test_the_order_shown_is_no_answer_before_the_learner_says_so(
    qtbot: QtBot, widget: OrderingWidget
) -> None:
    agree = widget.findChild(QPushButton, "agree_button")
    assert isinstance(agree, QPushButton)
    assert agree.text() == "Urutan ini sudah tepat"
    with qtbot.waitSignal(widget.changed):
        qtbot.mouseClick(agree, Qt.MouseButton.LeftButton)
    assert widget.answer() == ["i0", "i1", "i2"]
    assert not agree.isVisible()
    assert keyboard_on() == "order_i0"


def test_names_tell_the_place(qtbot: QtBot, widget: OrderingWidget) -> None:
    widget.show_answer(["i2", "i0", "i1"])
    assert [each.accessibleName() for each in widget.rows] == [
        "Terima, urutan 1 dari 3",
        "Catat, urutan 2 dari 3",
        "Teruskan, urutan 3 dari 3",
    ]


def test_tab_goes_from_top_to_bottom_after_a_move(qtbot: QtBot, widget: OrderingWidget) -> None:
    widget.show_answer(["i2", "i0", "i1"])
    widget.focus_first()
    seen = []
    for _ in range(7):
        seen.append(keyboard_on())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert [name for name in seen if name.startswith("order_")] == [
        "order_i2",
        "order_i0",
        "order_i1",
    ]


def _drag(row: QWidget, height: int) -> None:
    """Press on a row, move in small steps to a height of the list, let go."""
    parent = row.parentWidget()
    assert parent is not None
    start = row.geometry().center().y()
    QTest.mousePress(row, Qt.MouseButton.LeftButton, pos=row.rect().center())
    step = 4 if height > start else -4
    for y in range(start, height, step):
        QTest.mouseMove(row, row.mapFromParent(QPoint(row.width() // 2, y)))
    QTest.mouseRelease(row, Qt.MouseButton.LeftButton, pos=row.rect().center())
