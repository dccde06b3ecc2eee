"""One lesson in the list of its course."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.kit import Button, Spacing, button, column, label, row
from desktop.ui.learning.state_line import state_line
from desktop.ui.learning.words import (
    lesson_state_icon,
    lesson_state_words,
    minutes_words,
    practice_words,
)
from desktop.ui.navigator import LessonReader, Navigator, QuizRun

if TYPE_CHECKING:
    from desktop.services.overview import LessonState
    from lessons.course import Course

_STATE_WIDTH = 190
_BUTTON_WIDTH = 110


def lesson_row(
    course: Course, state: LessonState, number: int, first_unread: bool, navigator: Navigator
) -> QWidget:
    """Number, title, minutes, state, «Baca» and «Kuis latihan».

    The first lesson that was not read has the filled button.
    """
    made = QWidget()
    layout = row(made, Spacing.L, Spacing.L)
    layout.addLayout(_title(state, number), 1)
    layout.addLayout(_standing(state))
    layout.addWidget(_read_button(course, state, first_unread, navigator))
    if state.practice is not None:
        layout.addWidget(_practice_button(course, state, navigator))
    return made


def _title(state: LessonState, number: int) -> QVBoxLayout:
    words = column(gap=Spacing.XS)
    words.addWidget(label(f"{number}. {state.lesson.title}", "heading"))
    words.addWidget(label(minutes_words(state.lesson.minutes), "muted"))
    return words


def _standing(state: LessonState) -> QVBoxLayout:
    words = column(gap=Spacing.XS)
    reading = state_line(*lesson_state_icon(state), lesson_state_words(state))
    reading.setFixedWidth(_STATE_WIDTH)
    words.addWidget(reading)
    if state.practice is not None:
        words.addWidget(label(f"Kuis: {practice_words(state.practice)}", "small"))
    return words


def _read_button(
    course: Course, state: LessonState, first_unread: bool, navigator: Navigator
) -> Button:
    read = button("Baca", "primary" if first_unread else "secondary")
    lesson = state.lesson
    read.setObjectName(f"read_{lesson.id}")
    read.setAccessibleName(f"Baca: {lesson.title}")
    read.setMinimumWidth(_BUTTON_WIDTH)
    read.clicked.connect(lambda: navigator.go(LessonReader(course.code, lesson.id)))
    return read


def _practice_button(course: Course, state: LessonState, navigator: Navigator) -> Button:
    lesson = state.lesson
    made = button("Kuis latihan", "secondary")
    made.setObjectName(f"practice_{lesson.id}")
    made.setAccessibleName(f"Kuis latihan: {lesson.title}")
    quiz_id = lesson.quiz.id if lesson.quiz else lesson.id
    made.clicked.connect(lambda: navigator.go(QuizRun(course.code, quiz_id)))
    return made
