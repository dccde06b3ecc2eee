"""The bar below a quiz: back, on, and at the end «Kirim jawaban»."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from desktop.ui.kit import Spacing, button, row, set_role


class QuizFoot(QFrame):
    """Moves through the quiz.

    Signals:
        previous_chosen(), next_chosen(), send_chosen(): The three buttons.
    """

    previous_chosen = Signal()
    next_chosen = Signal()
    send_chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        set_role(self, "foot")
        self._previous = button("Sebelumnya", "secondary", "arrow-left")
        self._previous.setObjectName("previous_button")
        self._previous.clicked.connect(self.previous_chosen)
        self._next = button("Berikutnya", "primary", "arrow-right")
        self._next.setObjectName("next_button")
        self._next.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # puts the arrow behind
        self._next.clicked.connect(self.next_chosen)
        self._send = button("Kirim jawaban", "primary", "clipboard-check")
        self._send.setObjectName("send_button")
        self._send.clicked.connect(self.send_chosen)
        layout = row(self, Spacing.M, Spacing.M)
        layout.addWidget(self._previous)
        layout.addStretch(1)
        layout.addWidget(self._next)
        layout.addWidget(self._send)

    def show_question(self, position: int, count: int) -> None:
        """Offer the neighbours of a question; after the last comes the review."""
        last = position == count - 1
        self._previous.setEnabled(position > 0)
        self._next.setText("Periksa jawaban" if last else "Berikutnya")
        self._next.show_icon("list-check" if last else "arrow-right")
        self._next.show()
        self._send.hide()

    def show_review(self) -> None:
        """Offer to send."""
        self._previous.setEnabled(True)
        self._next.hide()
        self._send.show()
        self._send.setFocus()

    def lock(self, locked: bool) -> None:
        """Take no click while the quiz is being sent."""
        self._send.setEnabled(not locked)
