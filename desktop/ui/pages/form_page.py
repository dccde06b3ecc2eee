"""The common shape of pages with a form: a card in the middle, one main button, a way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from desktop.ui.kit import Spacing, button, card, centred, column, label, notice, page_scroll

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

CARD_WIDTH = 520


class FormPage(QWidget):
    """A titled card with fields; Enter submits, Esc goes back.

    Attributes:
        action: The main button.

    Signals:
        back(): The person wants to go back.
    """

    back = Signal()

    def __init__(self, title: str, intro: str, action: str, back_words: str = "&Kembali") -> None:
        """Take the heading, the words below it, and the words of the main and the back button."""
        super().__init__()
        self.action = button(action, "primary")
        self.action.clicked.connect(self.submit)
        self.back_button = button(back_words, "quiet", "arrow-left")
        self.back_button.setObjectName("back_button")
        self.back_button.clicked.connect(self.back)
        self._words = action
        self.body: QVBoxLayout = column(gap=Spacing.M)
        self._title = label(title, "display")
        self._intro = label(intro, "muted")
        self._trouble = notice("", "", "danger")
        self._trouble.setObjectName("form_trouble")
        self._trouble.hide()
        self._scroll = self._lay_out()

    def submit(self) -> None:
        """What the main button does; the page of a kind says what."""
        raise NotImplementedError

    def set_busy(self, words: str) -> None:
        """Say on the main button what is going on, and take no second press; empty words end it."""
        self.action.setText(words or self._words)
        self.action.setEnabled(not words)

    def show_trouble(self, title: str, message: str) -> None:
        """Say above the fields what went wrong with the whole form."""
        self._trouble.tell(title, message, "danger")
        self._trouble.show()
        self._scroll.verticalScrollBar().setValue(0)

    def clear_trouble(self) -> None:
        """Take those words away."""
        self._trouble.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back, Enter in a field submits."""
        if event.key() == Qt.Key.Key_Escape:
            self.back.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.action.isEnabled():
            self.submit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> QScrollArea:
        inner = QWidget()
        scroll = page_scroll(inner)
        column(self, 0).addWidget(scroll)
        centred(self._middle(), inner, Spacing.L)
        return scroll

    def _middle(self) -> QWidget:
        whole = QWidget()
        whole.setFixedWidth(CARD_WIDTH)
        middle = column(whole, Spacing.S)
        middle.addStretch(1)
        middle.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignLeft)
        middle.addWidget(self._card())
        middle.addStretch(2)
        return whole

    def _card(self) -> QWidget:
        frame = card()
        inside = column(frame, Spacing.M, Spacing.XL)
        for widget in (self._title, self._intro, self._trouble):
            inside.addWidget(widget)
        self._intro.setVisible(bool(self._intro.text()))
        inside.addLayout(self.body)
        inside.addWidget(self.action)
        return frame
