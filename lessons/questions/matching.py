"""Matching: each left side belongs to one right side.

Written ``- a) Suap => Pemberian agar berbuat``; a distractor has no left side: ``- d) => Teks``.
The raw answer maps the letter of a left side to the hidden id of a right side. Each pair counts
the same. Right sides with the same text are one choice. An arrow that is text is written ``=\\>``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from lessons.questions.base import Choice, Form, Grade, Head, Order, Place
from lessons.questions.hiding import hidden_id, mixed
from lessons.questions.lettered import LetteredLine, check_inline, read_lettered_lines
from lessons.questions.source import QuestionType, Source

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lessons.problems import Report
    from lessons.records import RawAnswer
    from lessons.source_text import Line

KIND = "matching"
_EXAMPLE = "- a) Kiri => Kanan"
_ARROW = "=>"
_BEGINS = re.compile(r"\s{0,3}[-*+]\s+[A-Za-z]\)\s.*=>")
_MARK = re.compile(r"\s*(?P<mark>[-*+])\s+(?P<rest>.*)")


@dataclass(frozen=True, slots=True)
class Pair:
    """A left side and the right side that belongs to it, Markdown; ``id`` is its letter."""

    id: str
    left: str
    right: str


@dataclass(frozen=True, slots=True)
class Distractor:
    """A right side that belongs to no left side, Markdown; ``id`` is its letter."""

    id: str
    right: str


@dataclass(frozen=True, slots=True)
class Matching:
    """Two or more pairs, and right sides that belong nowhere."""

    head: Head
    pairs: tuple[Pair, ...]
    distractors: tuple[Distractor, ...]

    @property
    def kind(self) -> str:
        """Type identifier."""
        return KIND

    def form(self, order: Order) -> Form:
        """The learner's form: left sides as places, right sides as choices, each mixed."""
        head = self.head
        places = {pair.id: Place(pair.id, pair.left) for pair in self.pairs}
        choices = {choice.id: choice for choice in self._choices()}
        return Form(
            head.id,
            KIND,
            head.title,
            head.text,
            tuple(choices[each] for each in mixed(head.id, tuple(choices), order)),
            tuple(places[each] for each in mixed(head.id, tuple(places), order)),
        )

    def grade(self, answer: RawAnswer) -> Grade:
        """The share of left sides that were given their right side."""
        given = answer if isinstance(answer, Mapping) else {}
        right = sum(given.get(left) == choice for left, choice in self.full_key().items())
        return Grade(Fraction(right, len(self.pairs)))

    def full_key(self) -> dict[str, str]:
        """Each left side's letter and the hidden id of its right side."""
        letters = self._letters()
        return {pair.id: hidden_id(self.head.salted_id, letters[pair.right]) for pair in self.pairs}

    def feedback(self, answer: RawAnswer) -> tuple[str, ...]:
        """None: what there is to say stands in the explanation."""
        return ()

    def graded_content(self) -> object:
        """For each left side the letter of its right side, and the letters that belong nowhere."""
        letters = self._letters()
        return {
            "kind": KIND,
            "pairs": {pair.id: letters[pair.right] for pair in self.pairs},
            "distractors": sorted(each.id for each in self.distractors),
        }

    def attributes(self) -> dict[str, str]:
        """None of its own."""
        return {}

    def answer_lines(self) -> tuple[str, ...]:
        """``- a) Kiri => Kanan`` for each pair, ``- d) => Kanan`` for each distractor."""
        pairs = (f"- {each.id}) {each.left} {_ARROW} {each.right}" for each in self.pairs)
        return (*pairs, *(f"- {each.id}) {_ARROW} {each.right}" for each in self.distractors))

    def _letters(self) -> dict[str, str]:
        """The letter that stands for each right text: the first in the alphabet that has it.

        Not the first that the author wrote, since the order of lines may change.
        """
        return {right: letter for letter, right in sorted(self._rights(), reverse=True)}

    def _choices(self) -> list[Choice]:
        """Each right text once, in the author's order."""
        letters = self._letters()
        texts = dict.fromkeys(text for _, text in self._rights())
        return [Choice(hidden_id(self.head.salted_id, letters[text]), text) for text in texts]

    def _rights(self) -> list[tuple[str, str]]:
        """Letter and text of every right side, in the author's order."""
        pairs = [(pair.id, pair.right) for pair in self.pairs]
        return pairs + [(distractor.id, distractor.right) for distractor in self.distractors]


def _recognises(lines: tuple[Line, ...]) -> bool:
    return bool(_BEGINS.match(lines[0].text))


def _parse(source: Source) -> Matching | None:
    before = len(source.report.problems)
    lines = read_lettered_lines(source.answers, _MARK, _EXAMPLE, source.report)
    pairs = tuple(_pair(line, source.report) for line in lines)
    if len(source.report.problems) == before:
        _check(source, pairs)
    if len(source.report.problems) > before:
        return None
    distractors = (Distractor(each.id, each.right) for each in pairs if not each.left)
    return Matching(source.head, tuple(each for each in pairs if each.left), tuple(distractors))


def _pair(line: LetteredLine, report: Report) -> Pair:
    """A pair; a distractor where the left side is empty."""
    left, *rights = (side.strip() for side in line.text.split(_ARROW))
    if len(rights) != 1 or not rights[0]:
        report.add(
            line.line,
            f"Pasangan ini mempunyai {len(rights)} tanda “=>” atau sisi kanannya kosong.",
            f"Tulis misalnya “{_EXAMPLE}” dengan satu “=>”; panah dalam teks ditulis “=\\>”.",
        )
    for side in (left, *rights):
        check_inline(side, line.line, report)
    return Pair(line.id, left, "".join(rights[:1]))


def _check(source: Source, pairs: tuple[Pair, ...]) -> None:
    own = [pair for pair in pairs if pair.left]
    rights = {pair.right for pair in own}
    message = hint = ""
    if len(own) < 2 or len({pair.right for pair in pairs}) < 2:
        message = "Soal menjodohkan ini memerlukan sedikitnya dua pasangan yang berbeda."
        hint = f"Tulis setiap pasangan pada satu baris, misalnya “{_EXAMPLE}”."
    elif double := _double(pair.left for pair in own):
        message = f"Sisi kiri “{double}” ada dua kali."
        hint = "Bedakan kedua sisi kiri itu, atau hapus salah satu."
    elif double := _double((*rights, *(pair.right for pair in pairs if not pair.left))):
        message = f"Pengecoh “{double}” sama dengan sisi kanan lain."
        hint = "Ubah atau hapus pengecoh itu; satu sisi kanan boleh dipakai beberapa sisi kiri."
    if message:
        source.report.add(source.head.line, message, hint)


def _double(texts: Iterable[str]) -> str:
    """A text that is there twice; else empty."""
    seen: set[str] = set()
    for text in texts:
        if text in seen:
            return text
        seen.add(text)
    return ""


TYPE = QuestionType(
    KIND,
    _EXAMPLE,
    _BEGINS,
    frozenset(),
    _recognises,
    _parse,
    fewest_choices=2,
    fewest_places=2,
)
