"""Ordering: the items have one right order.

Written ``1. a) Catat``, ``2. b) Teruskan`` … in the right order; the raw answer is the list of the
hidden ids in the learner's order. The score is the share of all pairs of items that are in the
right relative order.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from math import comb
from typing import TYPE_CHECKING

from lessons.questions.base import Choice, Form, Grade, Head, Order
from lessons.questions.hiding import hidden_id, mixed
from lessons.questions.lettered import LetteredLine, check_inline, read_lettered_lines
from lessons.questions.source import QuestionType, Source

if TYPE_CHECKING:
    from lessons.records import RawAnswer
    from lessons.source_text import Line

KIND = "ordering"
_EXAMPLE = "1. a) Langkah"
_BEGINS = re.compile(r"\s{0,3}[0-9]{1,3}[.)]\s+[A-Za-z]\)\s")
_MARK = re.compile(r"\s*(?P<mark>[0-9]{1,3})[.)]\s+(?P<rest>.*)")


@dataclass(frozen=True, slots=True)
class Item:
    """One of the things to put in order, Markdown; ``id`` is its letter."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Ordering:
    """Two or more items, in the right order."""

    head: Head
    items: tuple[Item, ...]

    @property
    def kind(self) -> str:
        """Type identifier."""
        return KIND

    def form(self, order: Order) -> Form:
        """The learner's form: the items, never in the right order."""
        head = self.head
        texts = {hidden_id(head.salted_id, item.id): item.text for item in self.items}
        shown = mixed(head.id, tuple(texts), order)
        choices = tuple(Choice(each, texts[each]) for each in shown)
        return Form(head.id, KIND, head.title, head.text, choices)

    def grade(self, answer: RawAnswer) -> Grade:
        """The share of pairs in the right relative order.

        Of an item that is given twice the first counts; one that there is not, or that is missing,
        makes no pair.
        """
        places = {item: place for place, item in enumerate(self.full_key())}
        given = answer if isinstance(answer, list) else []
        sound = (places[each] for each in given if isinstance(each, str) and each in places)
        right = sum(one < other for one, other in combinations(dict.fromkeys(sound), 2))
        return Grade(Fraction(right, comb(len(self.items), 2)))

    def full_key(self) -> list[str]:
        """The hidden ids in the right order."""
        return [hidden_id(self.head.salted_id, item.id) for item in self.items]

    def feedback(self, answer: RawAnswer) -> tuple[str, ...]:
        """None: what there is to say stands in the explanation."""
        return ()

    def graded_content(self) -> object:
        """The letters in the right order."""
        return {"kind": KIND, "order": [item.id for item in self.items]}

    def attributes(self) -> dict[str, str]:
        """None of its own."""
        return {}

    def answer_lines(self) -> tuple[str, ...]:
        """``1. a) Langkah`` for each item."""
        numbered = enumerate(self.items, 1)
        return tuple(f"{number}. {item.id}) {item.text}" for number, item in numbered)


def _recognises(lines: tuple[Line, ...]) -> bool:
    return bool(_BEGINS.match(lines[0].text))


def _parse(source: Source) -> Ordering | None:
    before = len(source.report.problems)
    lines = read_lettered_lines(source.answers, _MARK, _EXAMPLE, source.report)
    for line in lines:
        check_inline(line.text, line.line, source.report)
    if len(source.report.problems) == before:
        _check(source, lines)
    if len(source.report.problems) > before:
        return None
    return Ordering(source.head, tuple(Item(line.id, line.text) for line in lines))


def _check(source: Source, lines: tuple[LetteredLine, ...]) -> None:
    report, texts = source.report, [line.text for line in lines]
    if len(lines) < 2:
        hint = f"Tulis sedikitnya dua baris seperti “{_EXAMPLE}”."
        report.add(source.head.line, "Soal mengurutkan ini hanya mempunyai satu butir.", hint)
    for line in lines:
        if texts.index(line.text) != lines.index(line):
            message = f"Butir “{line.text}” ada dua kali; urutannya tidak dapat dinilai."
            report.add(line.line, message, "Bedakan kedua butir itu.")
    _check_numbers(source, lines)


def _check_numbers(source: Source, lines: tuple[LetteredLine, ...]) -> None:
    """All may be 1, as Markdown allows; numbers out of order leave open which order is meant."""
    numbers = [int(line.mark) for line in lines]
    expected = [1] * len(lines) if set(numbers) == {1} else range(1, len(lines) + 1)
    for line, number in zip(lines, expected, strict=True):
        if int(line.mark) != number:
            source.report.add(
                line.line,
                f"Di sini tertulis nomor {line.mark}, seharusnya {number}.",
                "Tulis butir-butir dalam urutan yang benar, bernomor 1. 2. 3. dan seterusnya.",
            )
            return


TYPE = QuestionType(KIND, _EXAMPLE, _BEGINS, frozenset(), _recognises, _parse, fewest_choices=2)
