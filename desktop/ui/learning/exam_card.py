"""The card of an end test or pre-test: its rules, where the learner stands, and the way in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop.ui.kit import Button, Spacing, button, card, column, label, row
from desktop.ui.learning.state_line import end_test_line, state_line
from desktop.ui.learning.words import GRADED_BY_SERVER, practice_words, quiz_name, rules_words
from desktop.ui.navigator import Navigator, QuizRun
from lessons.course import Course, KeyPlace, QuizKind

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFrame

    from desktop.services.overview import QuizState


def exam_card(course: Course, state: QuizState, navigator: Navigator) -> QFrame:
    """A test of a course."""
    made = card()
    made.setObjectName(f"exam_card_{state.quiz.id}")
    layout = row(made, Spacing.L, Spacing.L)
    words = column(gap=Spacing.S)
    words.addWidget(label(quiz_name(state.quiz), "title"))
    words.addWidget(label(_rules(course, state), "muted"))
    if state.quiz.kind is QuizKind.END_TEST:
        words.addWidget(end_test_line(state))
    else:
        words.addWidget(state_line("clipboard-check", "muted", practice_words(state)))
    layout.addLayout(words, 1)
    layout.addWidget(_enter(course, state, navigator), 0, Qt.AlignmentFlag.AlignVCenter)
    return made


def _rules(course: Course, state: QuizState) -> str:
    rules = rules_words(state.quiz)
    if state.quiz.kind is not QuizKind.END_TEST:
        return rules
    by_server = f" {GRADED_BY_SERVER}" if course.keys is KeyPlace.CENTRE else ""
    return f"{rules}\nLulus tes akhir memberi Anda {course.jp} JP.{by_server}"


def _enter(course: Course, state: QuizState, navigator: Navigator) -> Button:
    name = quiz_name(state.quiz).lower()
    verb = "Lanjutkan" if state.open else "Ulangi" if state.progress else "Mulai"
    made = button(f"{verb} {name}", "secondary", "clipboard-check")
    made.setObjectName(f"start_{state.quiz.id}")
    made.clicked.connect(lambda: navigator.go(QuizRun(course.code, state.quiz.id)))
    return made
