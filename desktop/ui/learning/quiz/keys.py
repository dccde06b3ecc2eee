"""What keys mean on the quiz page."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_ALT = Qt.KeyboardModifier.AltModifier
_PAD = Qt.KeyboardModifier.KeypadModifier
_NONE = Qt.KeyboardModifier.NoModifier


class Step(Enum):
    """Where a key leads."""

    ENTER = auto()
    NEXT = auto()
    BACK = auto()
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
    modifiers = event.modifiers() & ~_PAD
    return _STEPS.get((event.key(), modifiers.value))


_STEPS: dict[tuple[int, int], Step] = {
    (Qt.Key.Key_Return, _NONE.value): Step.ENTER,
    (Qt.Key.Key_Enter, _NONE.value): Step.ENTER,
    (Qt.Key.Key_Right, _ALT.value): Step.NEXT,
    (Qt.Key.Key_Left, _ALT.value): Step.BACK,
    (Qt.Key.Key_Escape, _NONE.value): Step.OUT,
}
