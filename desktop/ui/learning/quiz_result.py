"""Hasil: the score, what to read again, and for a practice quiz every question looked back on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.storage.model import Change
from desktop.ui.kit import Spacing, button, column, label, row
from desktop.ui.learning.markup import course_markup
from desktop.ui.learning.page import ScrollingPage
from desktop.ui.learning.question_review import question_review
from desktop.ui.learning.reread_card import reread_card
from desktop.ui.learning.verdict import verdict_card
from desktop.ui.learning.words import quiz_name
from desktop.ui.navigator import CourseOverview, Navigator, QuizResult, QuizRun

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop.services.bundle import Services
    from desktop.services.outcome import Outcome


class QuizResultPage(ScrollingPage[QuizResult]):
    """The result of one attempt that was sent; follows what the server says of it meanwhile."""

    def __init__(self, services: Services, navigator: Navigator) -> None:
        super().__init__(services, navigator)
        self.setObjectName("result_page")
        self._wanted: QuizResult | None = None
        self._shown: Outcome | None = None
        services.backend.changed.connect(self._refresh)

    def open(self, destination: QuizResult) -> None:
        """Show the result of a record."""
        self._wanted = destination
        self._shown = None
        self.show_waiting()
        self._ask(destination)

    def leave(self) -> None:
        """Take the result off the screen."""
        self._wanted = self._shown = None
        self.show_waiting()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the course."""
        if event.key() == Qt.Key.Key_Escape and self._wanted is not None:
            self.navigator.go(CourseOverview(self._wanted.course))
            return
        super().keyPressEvent(event)

    def _refresh(self, changes: frozenset[Change]) -> None:
        if self._wanted is not None and Change.RECORDS in changes:
            self._ask(self._wanted)

    def _ask(self, destination: QuizResult) -> None:
        result = self.services.study.result(destination.course, destination.record, self)
        shown = result.success(lambda outcome: self._show(destination, outcome))
        shown.failure(self.show_failure)

    def _show(self, destination: QuizResult, outcome: Outcome) -> None:
        if destination != self._wanted or outcome == self._shown:
            return
        if self._shown is None:
            self.show_from_top(self._content(outcome), "to_course_button")
        else:
            self.show_content(self._content(outcome))
        self._shown = outcome

    def _content(self, outcome: Outcome) -> QWidget:
        content = QWidget()
        layout = column(content, Spacing.L)
        name = f"{outcome.course.title} — {quiz_name(outcome.quiz)}"
        layout.addWidget(label(name, "muted"))
        layout.addWidget(verdict_card(outcome))
        layout.addLayout(self._ways(outcome))
        if outcome.reread:
            layout.addWidget(reread_card(outcome, self.navigator))
        if outcome.questions:
            layout.addWidget(label("Pembahasan", "title"))
            markup = course_markup(outcome.course.folder)
            for number, question in enumerate(outcome.questions, 1):
                layout.addWidget(question_review(number, question, markup))
        return content

    def _ways(self, outcome: Outcome) -> QHBoxLayout:
        course, quiz = outcome.course.code, outcome.quiz.id
        back = button("Kembali ke pelatihan", "primary", "arrow-left")
        back.setObjectName("to_course_button")
        back.clicked.connect(lambda: self.navigator.go(CourseOverview(course)))
        again = button("Ulangi kuis", "secondary", "repeat")
        again.setObjectName("repeat_button")
        again.clicked.connect(lambda: self.navigator.go(QuizRun(course, quiz)))
        layout = row(gap=Spacing.M)
        layout.addWidget(back)
        layout.addWidget(again)
        layout.addStretch(1)
        return layout
