"""«Periksa jawaban»: every question with its state, before the quiz is sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from desktop.ui.kit import Spacing, button, card, column, label, line, row
from desktop.ui.learning.state_line import state_line
from desktop.ui.learning.words import numbers_words

if TYPE_CHECKING:
    from desktop.services.running import Running
    from lessons.questions.base import Form

_STATE_WIDTH = 170
_BUTTON_WIDTH = 90


class Review(QWidget):
    """Lists the questions; leads back to each.

    Signals:
        chosen(int): Position of a question, from 0.
    """

    chosen = Signal(int)

    def __init__(self, running: Running) -> None:
        super().__init__()
        layout = column(self, Spacing.M)
        layout.addWidget(label("Periksa jawaban", "title"))
        words = label(summary_words(running.unanswered()))
        words.setObjectName("review_summary")
        layout.addWidget(words)
        layout.addWidget(self._list(running))
        layout.addStretch(1)

    def _list(self, running: Running) -> QFrame:
        made = card()
        layout = column(made, 0)
        for position, form in enumerate(running.forms):
            if position:
                layout.addWidget(line())
            layout.addWidget(self._row(position, form, running.is_answered(form.question)))
        return made

    def _row(self, position: int, form: Form, answered: bool) -> QWidget:
        made = QWidget()
        layout = row(made, Spacing.M, Spacing.M)
        layout.addWidget(label(f"{position + 1}. {form.title}"), 1)
        icon = ("circle-check", "success") if answered else ("alert-circle", "warning")
        state = state_line(*icon, "Sudah dijawab" if answered else "Belum dijawab")
        state.setFixedWidth(_STATE_WIDTH)
        layout.addWidget(state, 0, Qt.AlignmentFlag.AlignVCenter)
        go = button("Ubah" if answered else "Jawab", "quiet")
        go.setMinimumWidth(_BUTTON_WIDTH)
        go.setObjectName(f"review_question_{position + 1}")
        go.setAccessibleName(f"{go.text()} soal {position + 1}: {form.title}")
        go.clicked.connect(lambda: self.chosen.emit(position))
        layout.addWidget(go)
        return made


def summary_words(unanswered: tuple[int, ...]) -> str:
    """Which questions have no answer yet, by their numbers."""
    if not unanswered:
        return "Semua soal sudah dijawab. Kirim jawaban jika Anda sudah yakin."
    return f"{len(unanswered)} soal belum dijawab: nomor {numbers_words(unanswered)}."
