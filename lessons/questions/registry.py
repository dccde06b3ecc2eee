"""All question types. A new type is one module and one line here; the first that fits is taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lessons.questions import multiple_choice, single_choice, true_false

if TYPE_CHECKING:
    from lessons.questions.source import QuestionType
    from lessons.source_text import Line

TYPES: tuple[QuestionType, ...] = (
    true_false.TYPE,
    single_choice.TYPE,
    multiple_choice.TYPE,
)


def begins_answers(line: str) -> bool:
    """Whether the answers of some type begin with this line."""
    return any(kind.begins.match(line) for kind in TYPES)


def type_of(answers: tuple[Line, ...]) -> QuestionType | None:
    """The type of which these answer lines are, or None."""
    return next((kind for kind in TYPES if answers and kind.recognises(answers)), None)
