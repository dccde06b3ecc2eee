"""One course: what it is for, its lessons, its tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.storage.model import Change
from desktop.ui.dates import date_words
from desktop.ui.kit import Spacing, button, card, column, label, line
from desktop.ui.learning.course_card import progress_bar
from desktop.ui.learning.exam_card import exam_card
from desktop.ui.learning.lesson_row import lesson_row
from desktop.ui.learning.page import ScrollingPage
from desktop.ui.learning.words import course_size_words, lessons_words
from desktop.ui.navigator import CourseOverview, Home, Navigator

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop.services.bundle import Services
    from desktop.services.overview import CourseState
    from lessons.course import Course

_SHOWN = frozenset({Change.RECORDS, Change.DRAFTS})


class CourseOverviewPage(ScrollingPage[CourseOverview]):
    """The page of one course; its state is read anew each time it opens."""

    def __init__(self, services: Services, navigator: Navigator) -> None:
        super().__init__(services, navigator)
        self.setObjectName("course_page")
        self._course = ""
        services.backend.changed.connect(self._refresh)

    def open(self, destination: CourseOverview) -> None:
        """Show a course."""
        self._course = destination.course
        self.show_waiting()
        state = self.services.study.course(self._course, self)
        state.success(self._show_first).failure(self.show_failure)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the home page."""
        if event.key() == Qt.Key.Key_Escape:
            self.navigator.go(Home())
            return
        super().keyPressEvent(event)

    def _refresh(self, changes: frozenset[Change]) -> None:
        if self.isVisible() and changes & _SHOWN:
            state = self.services.study.course(self._course, self)
            state.success(self._show_again).failure(self.show_failure)

    def _show_first(self, state: CourseState) -> None:
        if state.course.code == self._course:
            unread = (f"read_{each.lesson.id}" for each in state.lessons if not each.done)
            self.show_from_top(self._content(state), next(unread, "back_button"))

    def _show_again(self, state: CourseState) -> None:
        if state.course.code == self._course:
            self.show_content(self._content(state))

    def _content(self, state: CourseState) -> QWidget:
        content = QWidget()
        layout = column(content, Spacing.L)
        layout.addWidget(self._back_button(), 0, Qt.AlignmentFlag.AlignLeft)
        _add_head(layout, state)
        layout.addWidget(_goals(state.course))
        if state.pre_test:
            layout.addWidget(exam_card(state.course, state.pre_test, self.navigator))
        layout.addWidget(label("Pelajaran", "title"))
        layout.addWidget(self._lessons(state))
        if state.end_test:
            layout.addWidget(exam_card(state.course, state.end_test, self.navigator))
        return content

    def _back_button(self) -> QWidget:
        back = button("Beranda", "quiet", "arrow-left")
        back.setObjectName("back_button")
        back.clicked.connect(lambda: self.navigator.go(Home()))
        return back

    def _lessons(self, state: CourseState) -> QFrame:
        made = card()
        layout = column(made, 0)
        unread = next((each for each in state.lessons if not each.done), None)
        for number, lesson in enumerate(state.lessons, 1):
            if number > 1:
                layout.addWidget(line())
            layout.addWidget(
                lesson_row(state.course, lesson, number, lesson is unread, self.navigator)
            )
        return made


def _add_head(layout: QVBoxLayout, state: CourseState) -> None:
    course = state.course
    head = column(gap=Spacing.S)
    head.addWidget(label(course.title, "display"))
    head.addWidget(label(_facts(course), "muted"))
    head.addSpacing(Spacing.XS)
    head.addWidget(progress_bar(state))
    head.addWidget(label(lessons_words(state)))
    layout.addLayout(head)


def _facts(course: Course) -> str:
    return (
        f"{course.code} · {course_size_words(course)}\n"
        f"Penyelenggara: {course.organiser} · Berlaku per {date_words(course.valid_on)}"
    )


def _goals(course: Course) -> QFrame:
    made = card()
    layout = column(made, Spacing.S, Spacing.L)
    layout.addWidget(label("Setelah pelatihan ini, Anda dapat:", "heading"))
    for goal in course.goals:
        layout.addWidget(label(f"•  {goal}"))
    return made
