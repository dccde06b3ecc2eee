"""One thing to put in order: its place, its text, and the ways to move it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QWidget

from desktop.ui.kit import Button, Spacing, button, label, picture, row, set_role
from desktop.ui.learning.answers.plain import plain_words
from desktop.ui.learning.rich_label import rich_label

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent

_NUMBER_WIDTH = 30
_MOVING_KEYS = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier
_KEYS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class OrderRow(QFrame):
    """Has the keyboard; moved by Alt or Ctrl with an arrow, by its buttons, or by the mouse.

    Attributes:
        item: Id of the thing.

    Signals:
        moved(int): It shall go up (-1) or down (1) by one place.
        left(int): The keyboard shall go to the row above (-1) or below (1).
        dragged(float): The mouse holds it at this height within the list.
    """

    moved = Signal(int)
    left = Signal(int)
    dragged = Signal(float)

    def __init__(self, item: str, html: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.item = item
        self._words = plain_words(html)
        self._grip: QPointF | None = None
        self._is_dragged = False
        set_role(self, "option")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self._number = label("", "muted")
        self._up = self._button("Naik", "arrow-up", -1)
        self._down = self._button("Turun", "arrow-down", 1)
        self._lay_out(html)

    def show_place(self, place: int, count: int) -> None:
        """Show where it stands, from 0, among so many."""
        self._number.setText(f"{place + 1}.")
        self.setAccessibleName(f"{self._words}, urutan {place + 1} dari {count}")
        self._hand_over(self._up, place > 0)
        self._hand_over(self._down, place < count - 1)

    def tab_stops(self) -> tuple[QWidget, ...]:
        """What the Tab key visits in it."""
        return self, self._up, self._down

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from row to row; with Alt or Ctrl they take the row along."""
        by = _KEYS.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
        elif event.modifiers() & _MOVING_KEYS:
            self.moved.emit(by)
        else:
            self.left.emit(by)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of it."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._grip = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag it, once the mouse has clearly moved."""
        if self._grip is None:
            return
        way = (event.position() - self._grip).manhattanLength()
        if self._is_dragged or way >= QApplication.startDragDistance():
            self._show_dragged(True)
            self.dragged.emit(self.mapToParent(event.position()).y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of it."""
        self._grip = None
        self._show_dragged(False)

    def _show_dragged(self, is_dragged: bool) -> None:
        if is_dragged != self._is_dragged:
            self._is_dragged = is_dragged
            set_role(self, "true" if is_dragged else "false", "chosen")
            hand = Qt.CursorShape.ClosedHandCursor if is_dragged else Qt.CursorShape.OpenHandCursor
            self.setCursor(hand)

    def _hand_over(self, made: Button, is_usable: bool) -> None:
        """A button that has the keyboard gives it to the row before it goes grey."""
        if made.hasFocus() and not is_usable:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        made.setEnabled(is_usable)

    def _button(self, text: str, icon: str, by: int) -> Button:
        made = button(text, "quiet", icon)
        made.setObjectName("up_button" if by < 0 else "down_button")
        made.setAccessibleName(f"{text}: {self._words}")
        made.clicked.connect(lambda: self.moved.emit(by))
        return made

    def _lay_out(self, html: str) -> None:
        layout = row(self, Spacing.XS, Spacing.XS)
        layout.addWidget(picture("grip-vertical"))
        self._number.setFixedWidth(_NUMBER_WIDTH)
        layout.addWidget(self._number)
        layout.addWidget(_text(html), 1)
        layout.addWidget(self._up)
        layout.addWidget(self._down)


def _text(html: str) -> QLabel:
    made = rich_label(html, "option_text")
    made.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return made
