"""A person's hands in every kind of answer: keys wherever they suffice, the mouse to drag."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desktop.ui.learning.answers.case import CaseWidget
from desktop.ui.learning.answers.choice_box import ChoiceBox
from desktop.ui.learning.answers.choice_rows import ChoiceRows
from desktop.ui.learning.answers.gaps import GapsWidget
from desktop.ui.learning.answers.matching import MatchingWidget
from desktop.ui.learning.answers.ordering import OrderingWidget
from tests.together.tour.driver import NotOnScreen

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.ui.learning.answers.base import AnswerWidget
    from tests.together.tour.driver import Driver, Scene

_DRAG_STEP = 5
_ALT = Qt.KeyboardModifier.AltModifier


def fill(driver: Driver, widget: AnswerWidget, answer: object) -> Scene:
    """Give an answer, beginning where the keyboard is."""
    if isinstance(widget, CaseWidget):
        yield from _fill_parts(driver, widget, _by_name(answer))
    elif isinstance(widget, ChoiceRows):
        _press_options(driver, widget, answer)
    elif isinstance(widget, MatchingWidget):
        _choose_in_boxes(driver, [(box, _by_name(answer)[name]) for name, box in _sides(widget)])
    elif isinstance(widget, GapsWidget):
        blanks = widget.blanks.items()
        _choose_in_boxes(driver, [(blank, _by_name(answer)[name]) for name, blank in blanks])
    elif isinstance(widget, OrderingWidget):
        yield from _put_in_order(driver, widget, list(answer) if isinstance(answer, list) else [])
    else:
        driver.type(str(answer))
    return {}


def _fill_parts(driver: Driver, widget: CaseWidget, answer: dict[str, object]) -> Scene:
    """Part by part; Enter at the end of one leads to the next."""
    for number, (part, inner) in enumerate(widget.parts.items()):
        if number:
            driver.press(Qt.Key.Key_Return)
        yield partial(_has_keyboard, inner)
        yield from fill(driver, inner, answer[part])
    return {}


def _press_options(driver: Driver, widget: ChoiceRows, answer: object) -> None:
    wanted = answer if isinstance(answer, list) else [answer]
    for position, row in enumerate(widget.rows):
        if row.option in wanted:
            driver.press(Qt.Key(Qt.Key.Key_A + position))


def _choose_in_boxes(driver: Driver, wanted: list[tuple[QWidget, object]]) -> None:
    """Choose with the arrow or type, and go on to the next place with Enter."""
    for number, (place, answer) in enumerate(wanted):
        if number:
            driver.press(Qt.Key.Key_Return)
        if not place.hasFocus():
            raise NotOnScreen(f"the keyboard at {place.objectName()}")
        if isinstance(place, ChoiceBox):
            for _ in range(place.findData(answer)):
                driver.press(Qt.Key.Key_Down)
        else:
            driver.type(str(answer))


def _put_in_order(driver: Driver, widget: OrderingWidget, wanted: list[str]) -> Scene:
    """The first row that is out of place is dragged, the others are moved by keys."""
    if [row.item for row in widget.rows] == wanted:
        return (yield from driver.click("agree_button"))
    _drag_up(widget, wanted[0], 0)
    for place, item in enumerate(wanted):
        row = next(each for each in widget.rows if each.item == item)
        row.setFocus()
        while widget.rows.index(row) > place:
            driver.press(Qt.Key.Key_Up, _ALT)
    yield lambda: [row.item for row in widget.rows] == wanted
    return {}


def _drag_up(widget: OrderingWidget, item: str, place: int) -> None:
    """Press on a row, pull it above another in small steps, let go."""
    row = next(each for each in widget.rows if each.item == item)
    left = Qt.MouseButton.LeftButton
    start, end = row.geometry().center().y(), widget.rows[place].geometry().top()
    QTest.mousePress(row, left, pos=row.rect().center())
    for height in range(start, end, -_DRAG_STEP):
        QTest.mouseMove(row, row.mapFromParent(QPoint(row.width() // 2, height)))
    QTest.mouseRelease(row, left, pos=row.rect().center())


def _sides(widget: MatchingWidget) -> list[tuple[str, QWidget]]:
    return list(zip(widget.places, widget.boxes, strict=True))


def _by_name(answer: object) -> dict[str, object]:
    return dict(answer) if isinstance(answer, dict) else {}


def _has_keyboard(widget: QWidget) -> bool:
    focused = widget.focusWidget()
    return focused is not None and focused.hasFocus()
