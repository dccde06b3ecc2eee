"""What was answered and what is right, place by place, in words that a learner can read.

Only for what a learner may see after the key was opened. Options need none of this: their own rows
tell which was chosen and which is right.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from lessons.questions.gaps import Gap, Gaps
from lessons.questions.matching import Matching
from lessons.questions.number import Number, range_text
from lessons.questions.ordering import Ordering
from lessons.questions.short_text import ShortText

if TYPE_CHECKING:
    from lessons.questions.base import Form, Question
    from lessons.records import RawAnswer


@dataclass(frozen=True, slots=True)
class Said:
    """One place of a question: what the learner gave there, beside what is right.

    Attributes:
        place: What is asked here, Markdown: a left side, or «Urutan 2», «Isian 2»; empty
            where the question has but one place.
        given: What the learner gave; empty where there is nothing that fits the form.
        right: Everything that is wholly right here.
        is_typed: Whether ``given`` and ``right`` are plain text, not Markdown.
        score: 0 to 1, for this place alone.
    """

    place: str
    given: str
    right: tuple[str, ...]
    is_typed: bool
    score: Fraction


def read_back(question: Question, form: Form, answer: RawAnswer) -> tuple[Said, ...]:
    """Each place of a question in the order shown; none for options and for cases."""
    if isinstance(question, Matching):
        return _pairs(question, form, answer)
    if isinstance(question, Ordering):
        return _steps(question, answer)
    if isinstance(question, Gaps):
        return _gaps(question, answer)
    if isinstance(question, Number | ShortText):
        return (_typed(question, answer),)
    return ()


def _pairs(question: Matching, form: Form, answer: RawAnswer) -> tuple[Said, ...]:
    given = answer if isinstance(answer, Mapping) else {}
    texts = {choice.id: choice.text for choice in form.choices}
    key = question.full_key()
    return tuple(
        Said(
            place=place.text,
            given=_text_of(given.get(place.id), texts),
            right=(texts[key[place.id]],),
            is_typed=False,
            score=Fraction(given.get(place.id) == key[place.id]),
        )
        for place in form.places
    )


def _steps(question: Ordering, answer: RawAnswer) -> tuple[Said, ...]:
    key = question.full_key()
    texts = {item: each.text for item, each in zip(key, question.items, strict=True)}
    given: list[str] = answer if isinstance(answer, list) else []
    return tuple(
        Said(
            place=f"Urutan {number}",
            given=_text_of(given[number - 1] if number <= len(given) else None, texts),
            right=(texts[item],),
            is_typed=False,
            score=Fraction(given[number - 1 : number] == [item]),
        )
        for number, item in enumerate(key, 1)
    )


def _gaps(question: Gaps, answer: RawAnswer) -> tuple[Said, ...]:
    given = answer if isinstance(answer, Mapping) else {}
    return tuple(
        Said(
            place=f"Isian {gap.id}",
            given=_given_in(gap, given.get(gap.id)),
            right=gap.accepted,
            is_typed=True,
            score=Fraction(gap.accepts(given.get(gap.id))),
        )
        for gap in question.gaps
    )


def _given_in(gap: Gap, given: object) -> str:
    if not isinstance(given, str) or (gap.wrong and given not in (*gap.accepted, *gap.wrong)):
        return ""
    return given.strip()


def _typed(question: Number | ShortText, answer: RawAnswer) -> Said:
    return Said(
        place="",
        given=answer.strip() if isinstance(answer, str) else "",
        right=_numbers(question) if isinstance(question, Number) else _texts(question),
        is_typed=True,
        score=question.grade(answer).score,
    )


def _numbers(question: Number) -> tuple[str, ...]:
    ranges = (range_text(each) for each in question.accepted if each.value == 1)
    return tuple(f"{each.replace('..', 'sampai')} {question.unit}".strip() for each in ranges)


def _texts(question: ShortText) -> tuple[str, ...]:
    return tuple(text for each in question.accepted if each.value == 1 for text in each.texts)


def _text_of(choice: object, texts: Mapping[str, str]) -> str:
    return texts.get(choice, "") if isinstance(choice, str) else ""
