"""True or false.

Written ``- (x) Benar`` and ``- ( ) Salah``; the raw answer is ``benar`` or ``salah``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from lessons.questions.base import Choice, Form, Grade, Head, Order
from lessons.questions.options import MarkedLine, marked_lines, read_marked
from lessons.questions.source import QuestionType, Source

if TYPE_CHECKING:
    from lessons.records import RawAnswer
    from lessons.source_text import Line

KIND = "true-false"
_TRUE = "benar"
_FALSE = "salah"
_CHOICES = (Choice(_TRUE, "Benar"), Choice(_FALSE, "Salah"))
_BEGINS = re.compile(r"\s{0,3}[-*+]\s*\([^)]{0,3}\)\s*(benar|salah)\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class TrueFalse:
    """A statement that is true or false.

    Attributes:
        statement: Whether it is true.
        feedback_true: Markdown, shown when ``benar`` was chosen.
        feedback_false: Markdown, shown when ``salah`` was chosen.
    """

    head: Head
    statement: bool
    feedback_true: str
    feedback_false: str

    @property
    def kind(self) -> str:
        """Type identifier."""
        return KIND

    def form(self, order: Order) -> Form:
        """The learner's form: Benar, then Salah, always."""
        return Form(self.head.id, KIND, self.head.title, self.head.text, _CHOICES)

    def grade(self, answer: RawAnswer) -> Grade:
        """1 for the key, else 0."""
        return Grade(Fraction(answer == self.full_key()))

    def full_key(self) -> str:
        """``benar`` or ``salah``."""
        return _TRUE if self.statement else _FALSE

    def feedback(self, answer: RawAnswer) -> tuple[str, ...]:
        """The feedback on what was chosen."""
        texts = {_TRUE: self.feedback_true, _FALSE: self.feedback_false}
        text = texts.get(answer, "") if isinstance(answer, str) else ""
        return (text,) if text else ()

    def graded_content(self) -> object:
        """The key."""
        return {"kind": KIND, "statement": self.statement}

    def attributes(self) -> dict[str, str]:
        """None of its own."""
        return {}

    def answer_lines(self) -> tuple[str, ...]:
        """``- (x) Benar`` and ``- ( ) Salah``."""
        true = marked_lines("Benar", self.statement, self.feedback_true, "()")
        false = marked_lines("Salah", not self.statement, self.feedback_false, "()")
        return (*true, *false)


def _recognises(lines: tuple[Line, ...]) -> bool:
    return bool(_BEGINS.match(lines[0].text))


def _parse(source: Source) -> TrueFalse | None:
    before = len(source.report.problems)
    marked = read_marked(source.answers, source.report)
    by_word = {line.text.casefold(): line for line in marked}
    if len(source.report.problems) == before:
        _check(source, marked, by_word)
    if len(source.report.problems) > before:
        return None
    true, false = by_word[_TRUE], by_word[_FALSE]
    return TrueFalse(source.head, true.right, true.feedback, false.feedback)


def _check(source: Source, marked: list[MarkedLine], by_word: dict[str, MarkedLine]) -> None:
    if len(marked) != len(_CHOICES) or by_word.keys() != {_TRUE, _FALSE}:
        source.report.add(
            source.head.line,
            "Soal benar/salah tidak lengkap.",
            "Tulis tepat dua baris: “- (x) Benar” dan “- ( ) Salah”, tanpa huruf.",
        )
    elif sum(line.right for line in marked) != 1:
        source.report.add(
            source.head.line,
            "Soal benar/salah harus mempunyai satu kunci.",
            "Beri tanda (x) pada Benar atau pada Salah.",
        )


TYPE = QuestionType(
    KIND, "- (x) Benar", _BEGINS, frozenset(), _recognises, _parse, fewest_choices=2
)
