"""The frame around a quiz: head, numbers, room for a question or the review, foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.kit import Button, button, column, label, notice
from desktop.ui.learning.page import ContentArea
from desktop.ui.learning.quiz.foot import QuizFoot
from desktop.ui.learning.quiz.head import QuizHead
from desktop.ui.learning.quiz.question_view import QuestionView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.services.running import Running
    from desktop.ui.learning.quiz.review import Review
    from desktop.ui.learning.text_size import TextSize

_WIDTH = 820


class QuizFrame(QWidget):
    """Shows what the page tells it to, and passes on what the learner wants.

    Signals:
        back_chosen(): Leave for the course; the attempt stays open.
        previous_chosen(), next_chosen(): Move by one.
        number_chosen(int): Go to a question, by position from 0.
        send_chosen(): Send the quiz.
        send_confirmed(): Send it although something is unanswered.
        missing_chosen(): Answer first what is unanswered.
    """

    back_chosen = Signal()
    previous_chosen = Signal()
    next_chosen = Signal()
    number_chosen = Signal(int)
    send_chosen = Signal()
    send_confirmed = Signal()
    missing_chosen = Signal()

    def __init__(self, page: QWidget, text_size: TextSize) -> None:
        """Fill a page; the buttons for the text size stand in the head."""
        super().__init__(page)
        column(page, 0).addWidget(self)
        self._head = QuizHead(text_size)
        self._foot = QuizFoot()
        self._content = ContentArea(_WIDTH)
        self._question: QuestionView | None = None
        self._failure = notice("", "", "danger")
        self._failure.setObjectName("quiz_failure")
        self._send_anyway = _named("Kirim sekarang", "secondary", "send_anyway_button")
        self._answer_first = _named("Jawab dahulu", "primary", "answer_first_button")
        self._unanswered = notice("", "", "warning")
        self._unanswered.setObjectName("send_question")
        self._lay_out()
        self._connect()

    def set_text_size(self, percent: int) -> None:
        """Show questions and answers at some percent of the usual size."""
        self._content.set_text_size(percent)

    def question(self) -> QuestionView | None:
        """The question on the screen, or None."""
        return self._question

    def show_waiting(self, words: str) -> None:
        """Show nothing but a line of words."""
        self._put(label(words, "muted"))
        self._head.hide_numbers()
        self._foot.hide()

    def show_quiz(self, running: Running) -> None:
        """Take over the title."""
        self._head.show_quiz(running)
        self.lock_sending(False)
        self._foot.show()

    def show_question(self, view: QuestionView, running: Running, position: int) -> None:
        """Show one question, with the keyboard on its answer."""
        self._put(view)
        self._head.show_state(running, position)
        self._foot.show_question(position, len(running.forms))
        view.focus_answer()

    def show_review(self, review: Review, running: Running) -> None:
        """Show all questions with their state."""
        self._put(review)
        self._head.show_state(running, -1)
        self._foot.show_review()

    def show_state(self, running: Running, position: int) -> None:
        """Show anew which questions are answered."""
        self._head.show_state(running, position)

    def show_saving(self) -> None:
        """An answer is on its way."""
        self._head.saved.clear()

    def show_saved(self) -> None:
        """Every answer is on disk."""
        self._failure.hide()
        self._head.saved.tell()

    def show_failure(self, title: str, message: str) -> None:
        """Say what went wrong; the question stays."""
        self._head.saved.clear()
        self._failure.tell(title, message, "danger")
        self._failure.show()

    def ask_to_send(self, missing: Sequence[str]) -> None:
        """Ask once whether to send with questions that still need the learner."""
        words = " ".join((*missing, "Tetap kirim?"))
        self._unanswered.tell("Masih ada soal yang belum selesai", words, "warning")
        self._unanswered.show()
        self._answer_first.setFocus()

    def lock_sending(self, locked: bool) -> None:
        """Take no second click while the quiz is being sent."""
        self._send_anyway.setEnabled(not locked)
        self._foot.lock(locked)

    def _put(self, content: QWidget) -> None:
        self._failure.hide()
        self._unanswered.hide()
        self._head.saved.clear()
        self._question = content if isinstance(content, QuestionView) else None
        self._content.show_from_top(content)

    def _lay_out(self) -> None:
        layout = column(self, 0)
        layout.addWidget(self._head)
        layout.addWidget(self._content.scroll, 1)
        for each in (self._send_anyway, self._answer_first):
            self._unanswered.across.addWidget(each)
        for box in (self._failure, self._unanswered):
            box.hide()
            layout.addWidget(box)
        layout.addWidget(self._foot)

    def _connect(self) -> None:
        self._head.back_chosen.connect(self.back_chosen)
        self._head.number_chosen.connect(self.number_chosen)
        self._foot.previous_chosen.connect(self.previous_chosen)
        self._foot.next_chosen.connect(self.next_chosen)
        self._foot.send_chosen.connect(self.send_chosen)
        self._send_anyway.clicked.connect(self.send_confirmed)
        self._answer_first.clicked.connect(self.missing_chosen)


def _named(text: str, role: str, name: str) -> Button:
    made = button(text, role)
    made.setObjectName(name)
    return made
