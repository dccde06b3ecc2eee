"""The card that leads on with one click."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop.services.overview import NextLesson, NextQuiz, NextStep, Overview
from desktop.ui.kit import Spacing, button, card, column, label
from desktop.ui.learning.words import GRADED_BY_SERVER, minutes_words, quiz_name, rules_words
from desktop.ui.navigator import Destination, LessonReader, Navigator, QuizRun

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFrame


def continue_card(overview: Overview, navigator: Navigator) -> QFrame:
    """What comes next, or that everything is done."""
    made = card()
    made.setObjectName("continue_card")
    layout = column(made, Spacing.S, Spacing.XL)
    if overview.next is None:
        layout.addWidget(label(_nothing_title(overview), "title"))
        layout.addWidget(label(_nothing_words(overview), "muted"))
        layout.addStretch(1)
        return made
    step = overview.next
    layout.addWidget(label(step.course.title, "muted"))
    layout.addWidget(label(_title(step), "title"))
    layout.addWidget(label(_words(step)))
    layout.addStretch(1)
    go = button("Lanjutkan", "primary", "player-play")
    go.setObjectName("continue_button")
    go.setAccessibleDescription(_title(step))
    go.clicked.connect(lambda: navigator.go(_destination(step)))
    layout.addWidget(go, 0, Qt.AlignmentFlag.AlignLeft)
    return made


def _destination(step: NextStep) -> Destination:
    if isinstance(step, NextQuiz):
        return QuizRun(step.course.code, step.quiz.id)
    return LessonReader(step.course.code, step.lesson.id)


def _title(step: NextStep) -> str:
    return quiz_name(step.quiz) if isinstance(step, NextQuiz) else step.lesson.title


def _words(step: NextStep) -> str:
    if isinstance(step, NextLesson):
        begun = "Lanjutkan membaca" if step.begun else "Pelajaran berikutnya"
        return f"{begun} · {minutes_words(step.lesson.minutes)}"
    if step.open is None:
        return rules_words(step.quiz)
    return f"Sedang dikerjakan · {step.answered} dari {step.quiz.draw_count} soal sudah dijawab"


def _nothing_title(overview: Overview) -> str:
    if not overview.courses:
        return "Belum ada pelatihan"
    waits = any(state.waits for state in overview.courses)
    return "Menunggu penilaian" if waits else "Semua pelatihan sudah lulus"


def _nothing_words(overview: Overview) -> str:
    if not overview.courses:
        return "Belum ada pelatihan yang dapat dibuka di komputer ini. Beri tahu admin."
    if any(state.waits for state in overview.courses):
        return f"{GRADED_BY_SERVER} Sambil menunggu, Anda boleh membaca ulang pelajaran."
    return "Anda boleh membaca ulang pelajaran dan mengulangi kuis kapan saja."
