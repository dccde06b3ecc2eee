"""A state told by an icon and by words: never by colour alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.kit import Spacing, label, picture, row
from desktop.ui.learning.words import end_test_words

if TYPE_CHECKING:
    from desktop.services.overview import QuizState


def state_line(
    icon: str, colour: str, words: str, role: str = "body", *, wrap: bool = True
) -> QWidget:
    """An icon of the set in a token's colour, and words beside it."""
    made = QWidget()
    made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
    layout = row(made, Spacing.S)
    layout.addWidget(picture(icon, colour), 0, Qt.AlignmentFlag.AlignTop)
    beside = label(words, role)
    beside.setWordWrap(wrap)
    layout.addWidget(beside, 1)
    return made


def verdict_icon(passed: bool | None) -> tuple[str, str]:
    """Icon and colour for passed, for not passed yet, and for not graded yet (None)."""
    if passed is None:
        return "clock", "accent"
    return ("circle-check", "success") if passed else ("alert-circle", "warning")


def end_test_line(state: QuizState) -> QWidget:
    """Where the learner stands with an end test."""
    if state.progress is None:
        icon = ("clock", "accent") if state.open else ("circle", "muted")
        return state_line(*icon, end_test_words(state))
    passed = None if state.progress.best_score is None else state.progress.passed
    return state_line(*verdict_icon(passed), end_test_words(state))
