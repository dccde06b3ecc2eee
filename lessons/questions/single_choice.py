"""Single choice: one of the options is right.

Written ``- (x) a) …`` and ``- ( ) b) …``; the raw answer is the option's letter. An option that is
not right may still be worth something: ``- ( ) c) … {nilai=50}``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from lessons.questions.base import Form, Grade, Head, Order
from lessons.questions.braces import value_text
from lessons.questions.options import (
    Option,
    feedback_on,
    keys_of,
    option_lines,
    ordered_choices,
    read_lettered,
    values_of,
)
from lessons.questions.source import QuestionType, Source

if TYPE_CHECKING:
    from lessons.records import RawAnswer
    from lessons.source_text import Line

KIND = "single-choice"
_BEGINS = re.compile(r"\s{0,3}[-*+]\s*\([^)]{0,3}\)")


@dataclass(frozen=True, slots=True)
class SingleChoice:
    """A question with one right option."""

    head: Head
    options: tuple[Option, ...]

    @property
    def kind(self) -> str:
        """Type identifier."""
        return KIND

    def form(self, order: Order) -> Form:
        """The learner's form."""
        choices = ordered_choices(self.head.id, self.options, order)
        return Form(self.head.id, KIND, self.head.title, self.head.text, choices)

    def grade(self, answer: RawAnswer) -> Grade:
        """1 for the key, else what the chosen option is worth, usually 0."""
        chosen = next((option for option in self.options if option.id == answer), None)
        if chosen is None or chosen.right:
            return Grade(Fraction(chosen is not None))
        return Grade(chosen.value or Fraction(0))

    def full_key(self) -> str:
        """The letter of the right option."""
        return next(option.id for option in self.options if option.right)

    def feedback(self, answer: RawAnswer) -> tuple[str, ...]:
        """The feedback of the chosen option."""
        return feedback_on(self.options, frozenset({answer} if isinstance(answer, str) else ()))

    def graded_content(self) -> object:
        """Right or wrong by letter, and what each is worth where the author says so."""
        return {"kind": KIND, "options": keys_of(self.options), **values_of(self.options)}

    def attributes(self) -> dict[str, str]:
        """None of its own."""
        return {}

    def answer_lines(self) -> tuple[str, ...]:
        """``- (x) a) …`` for each option."""
        return option_lines(self.options, "()")


def _recognises(lines: tuple[Line, ...]) -> bool:
    return bool(_BEGINS.match(lines[0].text))


def _parse(source: Source) -> SingleChoice | None:
    before = len(source.report.problems)
    options = read_lettered(source.answers, source.report)
    if len(source.report.problems) == before:
        _check(source, options)
    if len(source.report.problems) > before:
        return None
    return SingleChoice(source.head, options)


def _check(source: Source, options: tuple[Option, ...]) -> None:
    right = sum(option.right for option in options)
    if right != 1:
        source.report.add(
            source.head.line,
            f"Soal pilihan tunggal ini mempunyai {right} kunci.",
            "Beri tanda (x) pada tepat satu pilihan, atau pakai [x] bila kuncinya beberapa.",
        )
    for option in options:
        if option.value is not None and (option.right or not 0 <= option.value < 1):
            source.report.add(
                source.head.line,
                f"“nilai={value_text(option.value)}” tidak berlaku pada pilihan {option.id}).",
                "Kunci (x) tidak memakai {nilai=…}; pilihan lain bernilai 0 sampai 99.",
            )


TYPE = QuestionType(KIND, "- (x) a) …", _BEGINS, frozenset(), _recognises, _parse, fewest_choices=2)
