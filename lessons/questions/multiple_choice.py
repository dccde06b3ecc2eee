"""Multiple choice: one or more of the options are right.

Written ``- [x] a) …`` and ``- [ ] b) …``; the raw answer is the list of letters, in any order.
Graded per option (``per-butir``): max(0, (right - wrong) / keys), or all-or-nothing with
``nilai=semua`` on the heading. Where an option says what it is worth (``{nilai=50}``,
``{nilai=-25}``), the chosen options are added up instead, and the sum is kept within 0 and 1.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING

from lessons.problems import suggest
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
        """Per option, all-or-nothing or by value; a letter that there is not counts as wrong."""
        chosen, keys = _chosen(answer), frozenset(self.full_key())
        if values_of(self.options):
            worth = sum((each for letter, each in self._values() if letter in chosen), Fraction(0))
            return Grade(min(max(worth, Fraction(0)), Fraction(1)))
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
        """Right or wrong by letter, the way of scoring, and values where the author gives any."""
        return {
            "kind": KIND,
            "options": keys_of(self.options),
            "scoring": self.scoring.value,
            **values_of(self.options),
        }

    def attributes(self) -> dict[str, str]:
        """``nilai``, where it is not the usual."""
        usual = self.scoring is Scoring.PER_OPTION
        return {} if usual else {"nilai": self.scoring.value}

    def answer_lines(self) -> tuple[str, ...]:
        """``- [x] a) …`` for each option."""
        return option_lines(self.options, "[]")

    def _values(self) -> list[tuple[str, Fraction]]:
        """What each option is worth; right options without a value have equal shares of 1."""
        share = Fraction(1, len(self.full_key()))
        return [
            (each.id, (share if each.right else Fraction(0)) if each.value is None else each.value)
            for each in self.options
        ]


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
        _check(source, options, scoring)
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


def _check(source: Source, options: tuple[Option, ...], scoring: Scoring | None) -> None:
    if not any(option.right for option in options):
        source.report.add(
            source.head.line,
            "Soal pilihan ganda ini belum mempunyai kunci.",
            "Beri tanda [x] pada setiap pilihan yang benar.",
        )
    elif values_of(options):
        _check_values(source, options, scoring)


def _check_values(source: Source, options: tuple[Option, ...], scoring: Scoring | None) -> None:
    report, line = source.report, source.head.line
    if scoring is Scoring.ALL:
        hint = "Hapus “nilai=semua” pada judul, atau semua {nilai=…} pada pilihan."
        report.add(line, "“nilai=semua” tidak dapat dipakai bersama {nilai=…}.", hint)
    for option in options:
        if option.value is not None and (option.value > 0) != option.right:
            report.add(
                line,
                f"“nilai={value_text(option.value)}” tidak cocok dengan pilihan {option.id}).",
                "Pilihan [x] bernilai di atas 0; pilihan [ ] bernilai 0 ke bawah, misalnya -25.",
            )
    values = [option.value for option in options if option.right]
    given = [value for value in values if value is not None]
    if given and (len(given) < len(values) or sum(given) != 1):
        report.add(
            line,
            f"Nilai semua kunci berjumlah {value_text(sum(given, Fraction(0)))}, bukan 100.",
            "Beri setiap [x] nilai sehingga jumlahnya 100, misalnya 50 dan 50, atau tiga kali 1/3.",
        )


TYPE = QuestionType(
    KIND, "- [x] a) …", _BEGINS, frozenset({"nilai"}), _recognises, _parse, fewest_choices=2
)
