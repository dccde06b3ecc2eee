"""All question types. A new type is one module and one line here; the first that fits is taken."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from lessons.questions import (
    case,
    gaps,
    matching,
    multiple_choice,
    number,
    ordering,
    short_text,
    single_choice,
    true_false,
)

if TYPE_CHECKING:
    from lessons.questions.base import Form
    from lessons.questions.source import QuestionType
    from lessons.records import RawAnswer
    from lessons.source_text import Line

TYPES: tuple[QuestionType, ...] = (
    true_false.TYPE,
    single_choice.TYPE,
    multiple_choice.TYPE,
    matching.TYPE,
    ordering.TYPE,
    gaps.TYPE,
    number.TYPE,
    short_text.TYPE,
    case.TYPE,
)


def begins_answers(line: str) -> bool:
    """Whether the answers of some type begin with this line."""
    return any(kind.begins.match(line) for kind in TYPES)


def type_of(answers: tuple[Line, ...]) -> QuestionType | None:
    """The type of which these answer lines are, or None."""
    return next((kind for kind in TYPES if answers and kind.recognises(answers)), None)


def asks_again(form: Form, answer: RawAnswer) -> str:
    """Why an answer to a form can't be read, in Indonesian for the learner; else empty.

    Of a case it is the first part's that can't be read.
    """
    for part in form.parts:
        given = answer.get(part.question) if isinstance(answer, Mapping) else None
        if words := asks_again(part, given):
            return words
    kind = next((kind for kind in TYPES if kind.kind == form.kind), None)
    return kind.asks_again(form, answer) if kind else ""
