"""Number: typed, and right within a range.

Written ``= 1.000.000``, ``= 3 ± 0,5`` or ``= 80 .. 90``; each further line accepts another range,
perhaps for a part (``{nilai=50}``). ``satuan=hari`` on the heading names the unit, which may be
typed too. The raw answer is the text as typed; one that can't be read is asked for again.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from lessons.questions.base import Form, Grade, Head, Order
from lessons.questions.numbers import MAX_LETTERS, number_text, read_number
from lessons.questions.source import QuestionType, Source
from lessons.questions.typed import BEGINS, TypedLine, check_whole, read_typed, typed_lines

if TYPE_CHECKING:
    from lessons.problems import Report
    from lessons.records import RawAnswer
    from lessons.source_text import Line

KIND = "number"
_EXAMPLE = "= 80 .. 90"
_UNIT = "satuan"
_PLUS_MINUS = re.compile(r"±|\+/-|\+-")
_SIDE = r"\s*(?:[-−+]?\s*[0-9][0-9., \u00a0]*)?"
_LOOKS_NUMERIC = re.compile(
    rf"\s{{0,3}}=(?!=)(?=[^{{]*[0-9]){_SIDE}(?:(?:\.\.|…|±|\+/-|\+-){_SIDE})?"
    r"(?:\{[^{}]*\}\s*)?"
)
_LIKE_A_NUMBER = re.compile(r"\s*[-−+.,0-9]")


@dataclass(frozen=True, slots=True)
class Range:
    """Numbers from ``low`` to ``high``, both included.

    Attributes:
        value: What they are worth, above 0 and at most 1.
        feedback: Markdown; may be empty.
    """

    low: Fraction
    high: Fraction
    value: Fraction = Fraction(1)
    feedback: str = ""


@dataclass(frozen=True, slots=True)
class Number:
    """A question that asks for a number."""

    head: Head
    accepted: tuple[Range, ...]
    unit: str

    @property
    def kind(self) -> str:
        """Type identifier."""
        return KIND

    def form(self, order: Order) -> Form:
        """The learner's form: the unit is all that there is to show."""
        return Form(self.head.id, KIND, self.head.title, self.head.text, unit=self.unit)

    def grade(self, answer: RawAnswer) -> Grade:
        """The worth of the best range in which the number lies; 0 for what can't be read."""
        return Grade(max((each.value for each in self._fitting(answer)), default=Fraction(0)))

    def full_key(self) -> str:
        """The middle of the first range that is wholly right."""
        best = next(each for each in self.accepted if each.value == 1)
        return number_text((best.low + best.high) / 2)

    def feedback(self, answer: RawAnswer) -> tuple[str, ...]:
        """The feedback on the best range in which the number lies."""
        fitting = sorted(self._fitting(answer), key=lambda each: -each.value)
        return tuple(each.feedback for each in fitting[:1] if each.feedback)

    def graded_content(self) -> object:
        """The ranges, their worth and the unit."""
        ranges = sorted([str(each.low), str(each.high), str(each.value)] for each in self.accepted)
        return {"kind": KIND, "ranges": ranges, "unit": self.unit}

    def attributes(self) -> dict[str, str]:
        """``satuan``, where there is one."""
        return {_UNIT: self.unit} if self.unit else {}

    def answer_lines(self) -> tuple[str, ...]:
        """``= 80 .. 90`` for each range."""
        return tuple(
            line
            for each in self.accepted
            for line in typed_lines(range_text(each), each.value, each.feedback)
        )

    def _fitting(self, answer: RawAnswer) -> list[Range]:
        number = read_number(answer, self.unit) if isinstance(answer, str) else None
        if number is None:
            return []
        return [each for each in self.accepted if each.low <= number <= each.high]


def range_text(accepted: Range) -> str:
    """A range as an author writes it: ``80 .. 90``, or one number."""
    low, high = number_text(accepted.low), number_text(accepted.high)
    return low if low == high else f"{low} .. {high}"


def looks_numeric(line: str) -> bool:
    """Whether an answer line is meant as a number, even one that can't be read."""
    return bool(_LOOKS_NUMERIC.fullmatch(line))


def _recognises(lines: tuple[Line, ...]) -> bool:
    return looks_numeric(lines[0].text)


def _asks_again(form: Form, answer: RawAnswer) -> str:
    if not isinstance(answer, str) or not answer.strip():
        return ""
    if read_number(answer, form.unit) is not None:
        return ""
    unit = f" {form.unit}" if form.unit else ""
    return (
        "Angka ini belum terbaca. Tulis angkanya saja, dengan koma desimal,"
        f" misalnya 1,5{unit} atau 1.500{unit}."
    )


def _parse(source: Source) -> Number | None:
    before = len(source.report.problems)
    lines = read_typed(source.answers, _EXAMPLE, source.report)
    ranges = tuple(_range(line, source.report) for line in lines)
    check_whole(lines, source.head.line, source.report)
    unit = source.attributes.get(_UNIT, "")
    if _LIKE_A_NUMBER.match(unit):
        hint = "Satuan yang diawali angka atau tanda baca akan terbaca sebagai bagian bilangan."
        source.report.add(source.head.line, f"“{_UNIT}={unit}” tidak dapat dipakai.", hint)
    return Number(source.head, ranges, unit) if len(source.report.problems) == before else None


def _range(line: TypedLine, report: Report) -> Range:
    low, high = _bounds(line, report)
    if low > high:
        message = f"Kisaran “{line.text}” tidak memuat bilangan apa pun."
        report.add(line.line, message, "Tulis bilangan yang lebih kecil lebih dahulu.")
    elif any(len(number_text(each)) > MAX_LETTERS for each in (low, (low + high) / 2, high)):
        hint = "Pakai satuan yang lebih besar atau desimal yang lebih sedikit."
        report.add(line.line, "Bilangan ini terlalu panjang untuk diketik.", hint)
    return Range(low, high, line.value, line.feedback)


def _bounds(line: TypedLine, report: Report) -> tuple[Fraction, Fraction]:
    """The least and the greatest number; both 0 where one can't be read, which is reported."""
    is_range = ".." in line.text
    first, *rest = line.text.split("..", 1) if is_range else _PLUS_MINUS.split(line.text, 1)
    numbers = [_number(each, line.line, report) for each in (first, *rest)]
    if None in numbers:
        return Fraction(0), Fraction(0)
    one, other = (*(each for each in numbers if each is not None), Fraction(0))[:2]
    return (one, other) if is_range else (one - other, one + other)


def _number(written: str, line: int, report: Report) -> Fraction | None:
    number = read_number(written)
    if number is None:
        hint = (
            "Pakai titik untuk ribuan dan koma untuk desimal, misalnya 1,5 atau 1.500, dan"
            " “80 .. 90” untuk kisaran; jawaban berupa teks diapit tanda kutip."
        )
        report.add(line, f"“{written.strip()}” tidak dapat dibaca sebagai bilangan.", hint)
    return number


TYPE = QuestionType(
    KIND, _EXAMPLE, BEGINS, frozenset({_UNIT}), _recognises, _parse, asks_again=_asks_again
)
