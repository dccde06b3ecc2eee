"""What keys mean on the quiz page."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

_PAD = Qt.KeyboardModifier.KeypadModifier


class Step(Enum):
    """Where a key leads."""

    ENTER = auto()
    OUT = auto()


def option_of(event: QKeyEvent) -> int | None:
    """The position, from 0, of the option that a digit or letter chooses; None for other keys."""
    if event.modifiers() & ~_PAD:
        return None
    key = event.key()
    if Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
        return key - Qt.Key.Key_1
    if Qt.Key.Key_A <= key <= Qt.Key.Key_Z:
        return key - Qt.Key.Key_A
    return None


def step_of(event: QKeyEvent) -> Step | None:
    """The step that a key asks for; None for other keys."""
    if event.modifiers() & ~_PAD:
        return None
    return _STEPS.get(event.key())


def listen_for_moves(page: QWidget, move: Callable[[int], None]) -> None:
    """Call back with 1 on Alt and the right arrow, with -1 on Alt and the left.

    These are shortcuts, since a radio button takes every arrow for itself, Alt or not.
    """
    for keys, by in (("Alt+Right", 1), ("Alt+Left", -1)):
        QShortcut(QKeySequence(keys), page, lambda by=by: move(by))


_STEPS: dict[int, Step] = {
    Qt.Key.Key_Return: Step.ENTER,
    Qt.Key.Key_Enter: Step.ENTER,
    Qt.Key.Key_Escape: Step.OUT,
}
