"""The common shape of pages with a form: a card in the middle, one main button, a way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.kit import (
    Field,
    Spacing,
    button,
    card,
    centred,
    column,
    label,
    notice,
    page_scroll,
    row,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

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
        self._title = label(title, "display")
        self._intro = label(intro, "muted")
        self._trouble = notice("", "", "danger")
        self._trouble.setObjectName("form_trouble")
        self._trouble.hide()
        self._inner = QWidget()
        self._scroll = page_scroll(self._inner)
        column(self, 0).addWidget(self._scroll)

    def lay_out(self, *widgets: QWidget) -> None:
        """Put widgets below each other in the card; the first empty field gets the keyboard."""
        centred(self._middle(widgets), self._inner, Spacing.L)
        fields = [each for each in widgets if isinstance(each, Field)]
        first = next((each for each in fields if not each.text()), fields[0])
        self.setFocusProxy(first.edit)

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

    def _middle(self, widgets: Sequence[QWidget]) -> QWidget:
        whole = QWidget()
        whole.setFixedWidth(CARD_WIDTH)
        middle = column(whole, 0)
        middle.addStretch(1)
        middle.addWidget(self._card(widgets))
        middle.addStretch(2)
        return whole

    def _card(self, widgets: Sequence[QWidget]) -> QWidget:
        frame = card()
        inside = column(frame, Spacing.M, Spacing.XL)
        for widget in (self._title, self._intro, self._trouble, *widgets):
            inside.addWidget(widget)
        self._intro.setVisible(bool(self._intro.text()))
        inside.addSpacing(Spacing.XS)
        buttons = row(gap=Spacing.M)
        inside.addLayout(buttons)
        # The order of adding is that of the Tab key: the main button comes before the way back.
        buttons.addWidget(self.action, 1)
        buttons.insertWidget(0, self.back_button)
        return frame
