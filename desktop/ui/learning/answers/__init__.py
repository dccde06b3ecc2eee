"""Answer widgets, one module for each question type, and the list of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.ui.learning.answers.base import AnswerFactory, AnswerWidget, Markup
from desktop.ui.learning.answers.multiple_choice import MultipleChoiceWidget
from desktop.ui.learning.answers.single_choice import SingleChoiceWidget
from desktop.ui.learning.answers.true_false import TrueFalseWidget

if TYPE_CHECKING:
    from lessons.questions.base import Form

__all__ = ["AnswerWidget", "Markup", "answer_widget"]

_WIDGETS: dict[str, AnswerFactory] = {
    "single-choice": SingleChoiceWidget,
    "multiple-choice": MultipleChoiceWidget,
    "true-false": TrueFalseWidget,
}


def answer_widget(form: Form, markup: Markup) -> AnswerWidget:
    """The widget that takes the answer to a form."""
    return _WIDGETS[form.kind](form, markup)
