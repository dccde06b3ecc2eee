"""The bar above a quiz: the way out, its name, whether all is saved, and the numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from desktop.ui.kit import Spacing, button, column, label, row, set_role
from desktop.ui.learning.quiz.numbers import QuestionNumbers
from desktop.ui.learning.state_line import state_line
from desktop.ui.learning.words import quiz_name

if TYPE_CHECKING:
    from desktop.services.running import Running
    from desktop.ui.learning.text_size import TextSize

_SAVED_WIDTH = 130


class SavedMark(QWidget):
    """«Tersimpan», quietly; the room stays when it is empty, so that nothing jumps."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("saved_mark")
        self.setFixedWidth(_SAVED_WIDTH)
        self._mark = state_line("check", "success", "Tersimpan", "success", wrap=False)
        row(self, 0).addWidget(self._mark)
        self.clear()

    def tell(self) -> None:
        """Say that every answer is on disk."""
        self._mark.show()

    def clear(self) -> None:
        """Say nothing."""
        self._mark.hide()


class QuizHead(QFrame):
    """Two lines: name and saved mark; numbers.

    Attributes:
        saved: The saved mark.

    Signals:
        back_chosen(): Leave for the course.
        number_chosen(int): Go to a question, by position from 0.
    """

    back_chosen = Signal()
    number_chosen = Signal(int)

    def __init__(self, text_size: TextSize) -> None:
        super().__init__()
        set_role(self, "bar")
        self.saved = SavedMark()
        self._title = label("", "heading")
        self._numbers = QuestionNumbers()
        self._numbers.chosen.connect(self.number_chosen)
        back = button("Pelatihan", "quiet", "arrow-left")
        back.setObjectName("back_button")
        back.setAccessibleName("Kembali ke pelatihan; jawaban tetap tersimpan")
        back.clicked.connect(self.back_chosen)
        first = row(gap=Spacing.M)
        first.addWidget(back)
        first.addWidget(self._title, 1)
        first.addWidget(self.saved, 0, Qt.AlignmentFlag.AlignVCenter)
        first.addWidget(text_size)
        layout = column(self, Spacing.S, Spacing.S)
        layout.addLayout(first)
        layout.addWidget(self._numbers)

    def show_quiz(self, running: Running) -> None:
        """Take over the name of the quiz."""
        self._title.setText(f"{running.course.title} — {quiz_name(running.quiz)}")
        self._numbers.show()

    def show_state(self, running: Running, position: int) -> None:
        """Show the state of every question."""
        self._numbers.show_quiz(running, position)

    def hide_numbers(self) -> None:
        """Show no quiz."""
        self._title.setText("")
        self._numbers.hide()
