"""What we read in a GIFT file, in the plain form in which the peers' probes tell it."""

from __future__ import annotations

import re
from functools import singledispatch
from typing import TYPE_CHECKING, Any

from lessons.exporters.plain import plain
from lessons.importers.finishing import finished
from lessons.importers.recognise import read_questions
from lessons.questions.matching import Matching
from lessons.questions.multiple_choice import MultipleChoice
from lessons.questions.number import Number
from lessons.questions.short_text import ShortText
from lessons.questions.single_choice import SingleChoice
from lessons.questions.true_false import TrueFalse

if TYPE_CHECKING:
    from fractions import Fraction

    from lessons.questions.base import Question

Answers = bool | list[list[Any]]
Told = dict[str, list[list[Any]]]
"""By name of the file: title, type, and each answer with its percent."""

_EMPHASIS = re.compile(r"(?<!\w)[*_]+(?=\w)|(?<=\w)[*_]+(?!\w)")


def told_of(data: bytes) -> list[list[Any]]:
    """The questions of a file."""
    outcome, _ = finished(read_questions(data))
    return [
        [each.question.head.title, each.question.kind, _answers(each.question)]
        for each in outcome.questions
    ]


@singledispatch
def _answers(question: Question) -> Answers:
    raise NotImplementedError(question.kind)


@_answers.register
def _(question: TrueFalse) -> Answers:
    return question.statement


@_answers.register
def _(question: SingleChoice) -> Answers:
    return [
        [_bare(each.text), _percent(question.grade(each.id).score)] for each in question.options
    ]


@_answers.register
def _(question: MultipleChoice) -> Answers:
    keys = len(question.full_key())
    worth = {True: 100 // keys, False: -(100 // keys)}
    return [
        [_bare(each.text), worth[each.right] if each.value is None else _percent(each.value)]
        for each in question.options
    ]


@_answers.register
def _(question: ShortText) -> Answers:
    return [[text, _percent(each.value)] for each in question.accepted for text in each.texts]


@_answers.register
def _(question: Number) -> Answers:
    return [[str(each.low), str(each.high), _percent(each.value)] for each in question.accepted]


@_answers.register
def _(question: Matching) -> Answers:
    pairs = [[_bare(pair.left), _bare(pair.right)] for pair in question.pairs]
    return pairs + [["", _bare(each.right)] for each in question.distractors]


def _bare(markdown: str) -> str:
    return _EMPHASIS.sub("", plain(markdown))


def _percent(value: Fraction) -> int:
    return int(value * 100)
