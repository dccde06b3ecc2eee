"""One option of a choice: a real button and a text that wraps, the whole row clickable."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QLabel, QWidget

from desktop.ui.kit import Spacing, set_role
from desktop.ui.learning.answers.plain import plain_words

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent

_LETTER_WIDTH = 22


class OptionRow(QFrame):
    """A frame with a radio button or check box, a letter and the option's text.

    Qt's own buttons do not wrap their text, so the text is a label beside the button. The button
    keeps the accessible name, the frame shows focus and choice.

    Attributes:
        button: The button that holds the state.
        option: The option's id; the letter on the screen only tells its position.
    """

    def __init__(
        self, button: QAbstractButton, option: str, letter: str, html: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.button = button
        self.option = option
        self.setProperty("role", "option")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._name_button(letter, html)
        self._lay_out(letter, html)
        button.toggled.connect(self._show_state)
        button.installEventFilter(self)

    def _name_button(self, letter: str, html: str) -> None:
        plain = plain_words(html)
        self.button.setAccessibleName(f"{letter}. {plain}" if letter else plain)
        self.button.setParent(self)

    def _lay_out(self, letter: str, html: str) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(Spacing.S, Spacing.XS, Spacing.M, Spacing.XS)
        row.setSpacing(Spacing.XS)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        if letter:
            shown = _text(letter, "letter")
            shown.setFixedWidth(_LETTER_WIDTH)
            row.addWidget(shown, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(_text(html, "option_text"), 1, Qt.AlignmentFlag.AlignTop)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click anywhere on the row is a click on its button."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(
            event.position().toPoint()
        ):
            self.button.setFocus(Qt.FocusReason.MouseFocusReason)
            self.button.click()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show on the frame that the button has the keyboard."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._set("focused", event.type() == QEvent.Type.FocusIn)
        return super().eventFilter(watched, event)

    def _show_state(self, chosen: bool) -> None:
        self._set("chosen", chosen)

    def _set(self, name: str, value: bool) -> None:
        set_role(self, "true" if value else "false", name)


def _text(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", role)
    label.setWordWrap(role == "option_text")
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
    label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return label
