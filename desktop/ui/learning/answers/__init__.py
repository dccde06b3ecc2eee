"""Answer widgets, one module for each question type, and the list of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.ui.learning.answers.base import AnswerFactory, AnswerWidget, Markup
from desktop.ui.learning.answers.case import CaseWidget
from desktop.ui.learning.answers.gaps import GapsWidget
from desktop.ui.learning.answers.matching import MatchingWidget
from desktop.ui.learning.answers.multiple_choice import MultipleChoiceWidget
from desktop.ui.learning.answers.number import NumberWidget
from desktop.ui.learning.answers.ordering import OrderingWidget
from desktop.ui.learning.answers.short_text import ShortTextWidget
from desktop.ui.learning.answers.single_choice import SingleChoiceWidget
from desktop.ui.learning.answers.true_false import TrueFalseWidget

if TYPE_CHECKING:
    from lessons.questions.base import Form

__all__ = ["AnswerWidget", "Markup", "answer_widget"]


def answer_widget(form: Form, markup: Markup) -> AnswerWidget:
    """The widget that takes the answer to a form."""
    return _WIDGETS[form.kind](form, markup)


def _case(form: Form, markup: Markup) -> AnswerWidget:
    return CaseWidget(form, markup, answer_widget)


_WIDGETS: dict[str, AnswerFactory] = {
    "single-choice": SingleChoiceWidget,
    "multiple-choice": MultipleChoiceWidget,
    "true-false": TrueFalseWidget,
    "matching": MatchingWidget,
    "ordering": OrderingWidget,
    "number": NumberWidget,
    "short-text": ShortTextWidget,
    "gaps": GapsWidget,
    "case": _case,
}
