"""What the dialog's inner pages share: the line at their upper edge, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.kit import Spacing, button, label, row

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QHBoxLayout


class InnerPage(QWidget):
    """A page that leads back to the overview.

    Signals:
        back(): Back to the overview, also by Esc.
    """

    back = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.back.emit()
        else:
            super().keyPressEvent(event)

    def head(self, title: str) -> QHBoxLayout:
        """A line with the way back and a title; more may stand at its end."""
        button_back = button("&Kembali", "quiet", "arrow-left")
        button_back.setObjectName("back_button")
        button_back.clicked.connect(lambda: self.back.emit())
        words = label(title, "title")
        words.setWordWrap(False)
        line = row(gap=Spacing.S)
        line.addWidget(button_back)
        line.addWidget(words)
        line.addStretch()
        return line
