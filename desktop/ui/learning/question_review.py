"""One question of a practice quiz, looked back on: what was chosen, what is right, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.ui.kit import Spacing, card, column, label, picture, row, set_role
from desktop.ui.learning.rich_label import rich_label
from desktop.ui.learning.state_line import state_line

if TYPE_CHECKING:
    from desktop.services.outcome import QuestionOutcome
    from desktop.ui.learning.answers import Markup
    from lessons.questions.base import Choice
    from lessons.records import RawAnswer


def question_review(number: int, asked: QuestionOutcome, markup: Markup) -> QFrame:
    """A card with the question, its options marked in icons and words, feedback and reason."""
    made = card()
    made.setObjectName(f"question_review_{number}")
    layout = column(made, Spacing.S, Spacing.L)
    layout.addWidget(label(f"{number}. {asked.form.title}", "heading"))
    layout.addWidget(rich_label(markup(asked.form.text)))
    layout.addWidget(state_line(*_verdict(asked)))
    for choice in asked.form.choices:
        layout.addWidget(_option(choice, asked, markup))
    _add_words(layout, asked, markup)
    return made


def _verdict(asked: QuestionOutcome) -> tuple[str, str, str]:
    if asked.answer is None:
        return "alert-circle", "warning", "Belum dijawab"
    if asked.grade.right:
        return "circle-check", "success", "Jawaban Anda tepat"
    if asked.grade.score > 0:
        return "alert-circle", "warning", "Jawaban Anda tepat sebagian"
    return "x", "danger", "Jawaban Anda belum tepat"


def _option(choice: Choice, asked: QuestionOutcome, markup: Markup) -> QWidget:
    chosen, right = choice.id in _ids(asked.answer), choice.id in _ids(asked.key)
    made = QFrame()
    set_role(made, "answer")
    set_role(made, _tone(chosen, right), "tone")
    layout = row(made, Spacing.S, Spacing.S)
    icon = (
        ("circle-check", "success") if right else ("x", "danger") if chosen else ("circle", "muted")
    )
    layout.addWidget(picture(*icon), 0, Qt.AlignmentFlag.AlignTop)
    layout.addWidget(rich_label(markup(choice.text)), 1)
    if words := _mark_words(chosen, right):
        mark = label(words)
        mark.setWordWrap(False)
        layout.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    return made


def _tone(chosen: bool, right: bool) -> str:
    if right:
        return "success"
    return "danger" if chosen else "plain"


def _mark_words(chosen: bool, right: bool) -> str:
    words = (["Pilihan Anda"] if chosen else []) + (["Jawaban yang tepat"] if right else [])
    return " · ".join(words)


def _ids(answer: RawAnswer) -> tuple[str, ...]:
    if isinstance(answer, str):
        return (answer,)
    return tuple(answer or ())


def _add_words(layout: QVBoxLayout, asked: QuestionOutcome, markup: Markup) -> None:
    for text in asked.feedback:
        layout.addWidget(rich_label(markup(text)))
    if asked.explanation:
        layout.addWidget(rich_label(f"<b>Pembahasan:</b> {markup(asked.explanation)}"))
