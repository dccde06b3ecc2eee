"""Case: a situation, and several parts that each are a question of another type.

``##`` with the situation, then parts that begin with ``### Judul {#id}``. The raw answer maps the
id of a part to its raw answer. The score is the sum of the parts' scores by their weight.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, cast

from lessons.headings import outside_code, read_heading
from lessons.questions.base import Form, Grade, Head, Order, Question
from lessons.questions.source import QuestionType, Source
from lessons.questions.writing import explanation_lines, heading_line, weight_attribute

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lessons.headings import HeadingLine
    from lessons.records import PartAnswer, RawAnswer
    from lessons.source_text import Line

KIND = "case"
_EXAMPLE = "### Judul bagian {#id}"
_LEVEL = 3
_BEGINS = re.compile(r"###(?!#)")


@dataclass(frozen=True, slots=True)
class Case:
    """A situation with parts; no part is a case itself."""

    head: Head
    parts: tuple[Question, ...]

    @property
    def kind(self) -> str:
        """Type identifier."""
        return KIND

    def form(self, order: Order) -> Form:
        """The learner's form: the situation and the form of each part, in the author's order."""
        parts = tuple(part.form(order) for part in self.parts)
        return Form(self.head.id, KIND, self.head.title, self.head.text, parts=parts)

    def grade(self, answer: RawAnswer) -> Grade:
        """What the parts earned of what they weigh."""
        earned = sum(
            (part.grade(_given(answer, part)).score * part.head.weight for part in self.parts),
            Fraction(0),
        )
        return Grade(earned / sum(part.head.weight for part in self.parts))

    def full_key(self) -> dict[str, PartAnswer]:
        """The full key of each part."""
        return {part.head.id: cast("PartAnswer", part.full_key()) for part in self.parts}

    def feedback(self, answer: RawAnswer) -> tuple[str, ...]:
        """The feedback on each part, one after the other."""
        return tuple(text for part in self.parts for text in part.feedback(_given(answer, part)))

    def graded_content(self) -> object:
        """What decides the grade of each part, and what the part weighs."""
        parts = {part.head.id: [part.graded_content(), part.head.weight] for part in self.parts}
        return {"kind": KIND, "parts": parts}

    def attributes(self) -> dict[str, str]:
        """None of its own."""
        return {}

    def answer_lines(self) -> tuple[str, ...]:
        """Each part from its heading on."""
        return tuple(line for part in self.parts for line in _part_lines(part))


def _given(answer: RawAnswer, part: Question) -> RawAnswer:
    return answer.get(part.head.id) if isinstance(answer, Mapping) else None


def _part_lines(part: Question) -> Iterator[str]:
    yield ""
    yield heading_line(part.head, _LEVEL, {**weight_attribute(part.head), **part.attributes()})
    if part.head.text:
        yield part.head.text
    yield from part.answer_lines()
    yield from explanation_lines(part.head)


def _recognises(lines: tuple[Line, ...]) -> bool:
    return bool(_BEGINS.match(lines[0].text))


def _parse(source: Source) -> Case | None:
    before = len(source.report.problems)
    parts: dict[str, Question | None] = {}
    for heading, lines in _blocks(source):
        if heading.id and heading.id in parts:
            message = f"Id “#{heading.id}” sudah dipakai bagian lain soal ini."
            source.report.add(heading.line, message, "Beri setiap bagian id sendiri.")
        parts[heading.id] = source.read_part(heading, lines)
    questions = tuple(part for part in parts.values() if part)
    if len(source.report.problems) > before or not questions:
        return None
    return Case(source.head, questions)


def _blocks(source: Source) -> list[tuple[HeadingLine, list[Line]]]:
    blocks: list[tuple[HeadingLine, list[Line]]] = []
    for line, is_text in outside_code(source.answers):
        is_part = is_text and _BEGINS.match(line.text)
        heading = read_heading(line, source.report) if is_part else None
        if heading is not None:
            blocks.append((heading, []))
        else:
            blocks[-1][1].append(line)
    return blocks


TYPE = QuestionType(KIND, _EXAMPLE, _BEGINS, frozenset(), _recognises, _parse, holds_parts=True)
