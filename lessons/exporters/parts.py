"""Cases taken apart, for programs that know none."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from lessons.questions.case import Case

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lessons.questions.base import Question


def flattened(questions: Iterable[Question]) -> tuple[tuple[Question, ...], tuple[str, ...]]:
    """Each part of a case as a question of its own, with the situation above its text.

    Returns:
        The questions, and what changed, in Indonesian.
    """
    all_questions = tuple(questions)
    cases = (each for each in all_questions if isinstance(each, Case))
    notes = (f"“{case.head.title}”: bagian kasus menjadi soal tersendiri" for case in cases)
    return tuple(part for each in all_questions for part in _parts(each)), tuple(notes)


def _parts(question: Question) -> Iterator[Question]:
    if not isinstance(question, Case):
        yield question
        return
    for part in question.parts:
        head = replace(
            part.head,
            title=f"{question.head.title} – {part.head.title}",
            text="\n\n".join(filter(None, (question.head.text, part.head.text))),
        )
        # Every type is a frozen dataclass with a head.
        yield cast("Question", replace(cast("Any", part), head=head))
