"""Multiple choice: one or more of the options are right.

Written ``- [x] a) …`` and ``- [ ] b) …``; the raw answer is the list of letters, in any order.
Graded per option (``per-butir``): max(0, (right - wrong) / keys), or all-or-nothing with
``nilai=semua`` on the heading.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING

from lessons.problems import suggest
from lessons.questions.base import Form, Grade, Head, Order
from lessons.questions.options import (
    Option,
    feedback_on,
    keys_of,
    option_lines,
    ordered_choices,
    read_lettered,
)
from lessons.questions.source import QuestionType, Source

if TYPE_CHECKING:
    from lessons.records import RawAnswer
    from lessons.source_text import Line

KIND = "multiple-choice"
_BEGINS = re.compile(r"\s{0,3}[-*+]\s*\[[^\]]{0,3}\]")


class Scoring(StrEnum):
    """How a partly right answer counts; the values are what trainers write after ``nilai=``."""

    PER_OPTION = "per-butir"
    ALL = "semua"


@dataclass(frozen=True, slots=True)
class MultipleChoice:
    """A question with one or more right options."""

    head: Head
    options: tuple[Option, ...]
    scoring: Scoring

    @property
    def kind(self) -> str:
        """Type identifier."""
        return KIND

    def form(self, order: Order) -> Form:
        """The learner's form."""
        choices = ordered_choices(self.head.id, self.options, order)
        return Form(self.head.id, KIND, self.head.title, self.head.text, choices)

    def grade(self, answer: RawAnswer) -> Grade:
        """Per option or all-or-nothing; a letter that there is not counts as wrong."""
        chosen, keys = _chosen(answer), frozenset(self.full_key())
        if self.scoring is Scoring.ALL:
            return Grade(Fraction(chosen == keys))
        right, wrong = len(chosen & keys), len(chosen - keys)
        return Grade(Fraction(max(0, right - wrong), len(keys)))

    def full_key(self) -> list[str]:
        """The letters of the right options."""
        return [option.id for option in self.options if option.right]

    def feedback(self, answer: RawAnswer) -> tuple[str, ...]:
        """The feedback of each chosen option."""
        return feedback_on(self.options, _chosen(answer))

    def graded_content(self) -> object:
        """Right or wrong by letter, and the way of scoring."""
        return {"kind": KIND, "options": keys_of(self.options), "scoring": self.scoring.value}

    def attributes(self) -> dict[str, str]:
        """``nilai``, where it is not the usual."""
        usual = self.scoring is Scoring.PER_OPTION
        return {} if usual else {"nilai": self.scoring.value}

    def answer_lines(self) -> tuple[str, ...]:
        """``- [x] a) …`` for each option."""
        return option_lines(self.options, "[]")


def _chosen(answer: RawAnswer) -> frozenset[str]:
    if not isinstance(answer, list):
        return frozenset()
    return frozenset(letter for letter in answer if isinstance(letter, str))


def _recognises(lines: tuple[Line, ...]) -> bool:
    return bool(_BEGINS.match(lines[0].text))


def _parse(source: Source) -> MultipleChoice | None:
    before = len(source.report.problems)
    options = read_lettered(source.answers, source.report)
    scoring = _scoring(source)
    if len(source.report.problems) == before:
        _check(source, options)
    if scoring is None or len(source.report.problems) > before:
        return None
    return MultipleChoice(source.head, options, scoring)


def _scoring(source: Source) -> Scoring | None:
    word = source.attributes.get("nilai", Scoring.PER_OPTION.value)
    words = [scoring.value for scoring in Scoring]
    if word in words:
        return Scoring(word)
    source.report.add(source.head.line, f"“nilai={word}” tidak dikenal.", suggest(word, words))
    return None


def _check(source: Source, options: tuple[Option, ...]) -> None:
    if not any(option.right for option in options):
        source.report.add(
            source.head.line,
            "Soal pilihan ganda ini belum mempunyai kunci.",
            "Beri tanda [x] pada setiap pilihan yang benar.",
        )


TYPE = QuestionType(KIND, "- [x] a) …", _BEGINS, frozenset({"nilai"}), _recognises, _parse)
