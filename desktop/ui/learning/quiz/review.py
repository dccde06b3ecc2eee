"""«Periksa jawaban»: every question with its state, before the quiz is sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from desktop.services.standing import Standing
from desktop.ui.kit import Spacing, button, card, column, label, line, row
from desktop.ui.learning.state_line import state_line
from desktop.ui.learning.words import standing_words, unfinished_words

if TYPE_CHECKING:
    from desktop.services.running import Running
    from lessons.questions.base import Form

_STATE_WIDTH = 190
_BUTTON_WIDTH = 90
_ICONS = {
    Standing.OPEN: ("alert-circle", "warning"),
    Standing.UNREADABLE: ("alert-triangle", "danger"),
    Standing.PARTLY: ("alert-circle", "warning"),
    Standing.ANSWERED: ("circle-check", "success"),
}


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
        words = label(summary_words(running.standings()))
        words.setObjectName("review_summary")
        layout.addWidget(words)
        layout.addWidget(self._list(running))
        layout.addStretch(1)

    def _list(self, running: Running) -> QFrame:
        made = card()
        layout = column(made, 0)
        rows = zip(running.forms, running.standings(), strict=True)
        for position, (form, standing) in enumerate(rows):
            if position:
                layout.addWidget(line())
            layout.addWidget(self._row(position, form, standing))
        return made

    def _row(self, position: int, form: Form, standing: Standing) -> QWidget:
        made = QWidget()
        layout = row(made, Spacing.M, Spacing.M)
        layout.addWidget(label(f"{position + 1}. {form.title}"), 1)
        state = state_line(*_ICONS[standing], standing_words(standing).capitalize())
        state.setFixedWidth(_STATE_WIDTH)
        layout.addWidget(state, 0, Qt.AlignmentFlag.AlignVCenter)
        go = button("Jawab" if standing is Standing.OPEN else "Ubah", "quiet")
        go.setMinimumWidth(_BUTTON_WIDTH)
        go.setObjectName(f"review_question_{position + 1}")
        go.setAccessibleName(f"{go.text()} soal {position + 1}: {form.title}")
        go.clicked.connect(lambda: self.chosen.emit(position))
        layout.addWidget(go)
        return made


def summary_words(standings: tuple[Standing, ...]) -> str:
    """Which questions still need the learner, by their numbers."""
    if not (sentences := unfinished_words(standings)):
        return "Semua soal sudah dijawab. Kirim jawaban jika Anda sudah yakin."
    return "\n".join(sentences)
