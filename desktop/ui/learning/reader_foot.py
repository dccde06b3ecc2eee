"""The bar below a lesson: neighbours, «Selesai membaca», and the practice quiz afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from desktop.ui.kit import Button, Spacing, button, row, set_role
from desktop.ui.learning.state_line import state_line

if TYPE_CHECKING:
    from lessons.course import Course, Lesson


class ReaderFoot(QFrame):
    """Leads on from a lesson.

    Signals:
        lesson_chosen(str): Id of the neighbouring lesson to open.
        finish_chosen(): The learner has read to the end.
        quiz_chosen(): The learner wants the practice quiz.
        course_chosen(): The learner goes back to the course, after its last lesson.
    """

    lesson_chosen = Signal(str)
    finish_chosen = Signal()
    quiz_chosen = Signal()
    course_chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        set_role(self, "foot")
        self._neighbours = ("", "")
        self._has_quiz = False
        self._back = _named("Sebelumnya", "secondary", "arrow-left", "previous_lesson_button")
        self._done = state_line(
            "circle-check", "success", "Pelajaran ini selesai dibaca.", wrap=False
        )
        self._finish = _named("Selesai membaca", "secondary", None, "finish_button")
        self._quiz = _named("Kerjakan kuis latihan", "primary", "clipboard-check", "quiz_button")
        self._next = _named("Berikutnya", "secondary", "arrow-right", "next_lesson_button")
        self._next.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # puts the arrow behind
        self._connect()
        self._lay_out()

    def show_lesson(self, course: Course, lesson: Lesson, done: bool) -> None:
        """Take over a lesson with its neighbours."""
        ids = ["", *(each.id for each in course.lessons), ""]
        here = ids.index(lesson.id)
        self._neighbours = (ids[here - 1], ids[here + 1])
        self._has_quiz = lesson.quiz is not None
        self._back.setVisible(bool(self._neighbours[0]))
        self._next.setText("Berikutnya" if self._neighbours[1] else "Kembali ke pelatihan")
        self.show_end_reached(False)
        self.show_done(done)

    def show_done(self, done: bool) -> None:
        """Offer the quiz once the lesson is done, and «Selesai membaca» before."""
        self._finish.setVisible(not done)
        self._finish.setEnabled(not done)
        self._done.setVisible(done)
        self._quiz.setVisible(done and self._has_quiz)

    def show_end_reached(self, reached: bool) -> None:
        """Make «Selesai membaca» the first choice once the last line was seen."""
        set_role(self._finish, "primary" if reached else "secondary")

    def wait_for_finish(self) -> None:
        """Take no second click while the record is being written."""
        self._finish.setEnabled(False)

    def focus_quiz(self) -> None:
        """Give the keyboard to what comes next."""
        (self._quiz if self._has_quiz else self._next).setFocus()

    def _connect(self) -> None:
        self._back.clicked.connect(lambda: self.lesson_chosen.emit(self._neighbours[0]))
        self._finish.clicked.connect(self.finish_chosen)
        self._quiz.clicked.connect(self.quiz_chosen)
        self._next.clicked.connect(self._go_on)

    def _go_on(self) -> None:
        if self._neighbours[1]:
            self.lesson_chosen.emit(self._neighbours[1])
        else:
            self.course_chosen.emit()

    def _lay_out(self) -> None:
        layout = row(self, Spacing.M, Spacing.M)
        layout.addWidget(self._back)
        layout.addStretch(1)
        layout.addWidget(self._done)
        layout.addWidget(self._finish)
        layout.addWidget(self._quiz)
        layout.addWidget(self._next)


def _named(text: str, role: str, icon: str | None, name: str) -> Button:
    made = button(text, role, icon)
    made.setObjectName(name)
    return made
