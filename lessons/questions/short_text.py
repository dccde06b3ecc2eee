"""Short text: a word or a name is typed.

Written ``= Komisi Pemberantasan Korupsi | KPK``; each further line accepts other texts, perhaps for
a part (``{nilai=50}``). The raw answer is the text as typed. A text that looks like a number stands
in quotation marks: ``= "2024"``; the signs ``|`` and ``{`` are written ``\\|`` and ``\\{``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from lessons.questions.base import Form, Grade, Head, Order
from lessons.questions.number import looks_numeric
from lessons.questions.source import QuestionType, Source
from lessons.questions.typed import (
    BEGINS,
    TypedLine,
    alternatives,
    check_whole,
    escaped,
    quoted,
    read_typed,
    typed_lines,
)
from lessons.questions.wording import normalise

if TYPE_CHECKING:
    from lessons.problems import Report
    from lessons.records import RawAnswer
    from lessons.source_text import Line

KIND = "short-text"
_EXAMPLE = "= Jawaban | Jawaban lain"
_LIKE_A_GAP = re.compile(r"\[\[")


@dataclass(frozen=True, slots=True)
class Accepted:
    """Texts that are worth the same.

    Attributes:
        value: What they are worth, above 0 and at most 1.
        feedback: Markdown; may be empty.
    """

    texts: tuple[str, ...]
    value: Fraction = Fraction(1)
    feedback: str = ""


@dataclass(frozen=True, slots=True)
class ShortText:
    """A question that asks for a short text."""

    head: Head
    accepted: tuple[Accepted, ...]

    @property
    def kind(self) -> str:
        """Type identifier."""
        return KIND

    def form(self, order: Order) -> Form:
        """The learner's form: there is nothing to show but the question."""
        return Form(self.head.id, KIND, self.head.title, self.head.text)

    def grade(self, answer: RawAnswer) -> Grade:
        """The worth of the text that was typed; capitals and punctuation do not count."""
        fitting = self._fitting(answer)
        return Grade(fitting.value if fitting else Fraction(0))

    def full_key(self) -> str:
        """The first text that is wholly right."""
        return next(each.texts[0] for each in self.accepted if each.value == 1)

    def feedback(self, answer: RawAnswer) -> tuple[str, ...]:
        """The feedback on the text that was typed."""
        fitting = self._fitting(answer)
        return (fitting.feedback,) if fitting and fitting.feedback else ()

    def graded_content(self) -> object:
        """What each text is worth, as it is compared."""
        worth = {normalise(text): str(a.value) for a in self.accepted for text in a.texts}
        return {"kind": KIND, "texts": worth}

    def attributes(self) -> dict[str, str]:
        """None of its own."""
        return {}

    def answer_lines(self) -> tuple[str, ...]:
        """``= Jawaban | Jawaban lain`` for each worth."""
        return tuple(
            line
            for each in self.accepted
            for line in typed_lines(_written(each.texts), each.value, each.feedback)
        )

    def _fitting(self, answer: RawAnswer) -> Accepted | None:
        typed = normalise(answer) if isinstance(answer, str) else ""
        fitting = (a for a in self.accepted if any(typed == normalise(text) for text in a.texts))
        return next(fitting, None) if typed else None


def _written(texts: tuple[str, ...]) -> str:
    return " | ".join(map(_text, texts))


def _text(text: str) -> str:
    around = text[:1] == '"' or text[-1:] == '"'
    return (
        quoted(text) if around or looks_numeric(f"= {text}") or text[:2] == "[[" else escaped(text)
    )


def _recognises(lines: tuple[Line, ...]) -> bool:
    return bool(BEGINS.match(lines[0].text))


def _parse(source: Source) -> ShortText | None:
    before = len(source.report.problems)
    lines = read_typed(source.answers, _EXAMPLE, source.report)
    accepted = tuple(_accepted(line) for line in lines)
    check_whole(lines, source.head.line, source.report)
    _check_texts(lines, accepted, source.report)
    return ShortText(source.head, accepted) if len(source.report.problems) == before else None


def _accepted(line: TypedLine) -> Accepted:
    return Accepted(alternatives(line.text, "|"), line.value, line.feedback)


def _check_texts(
    lines: tuple[TypedLine, ...], accepted: tuple[Accepted, ...], report: Report
) -> None:
    seen: set[str] = set()
    for line, each in zip(lines, accepted, strict=True):
        if _LIKE_A_GAP.match(line.text):
            hint = "Jawaban sebuah soal semuanya isian [[1]] atau semuanya teks singkat."
            report.add(line.line, "Jawaban isian di antara jawaban teks singkat.", hint)
        for text in each.texts:
            compared = normalise(text)
            if not compared:
                message = f"Jawaban “{text}” hanya berisi tanda baca, yang tidak dinilai."
                report.add(line.line, message, "Tulis huruf atau angka.")
            elif compared in seen:
                message = f"Jawaban “{text}” sudah ada; huruf besar dan tanda baca tidak dinilai."
                report.add(line.line, message, "Hapus salah satu.")
            seen.add(compared)


TYPE = QuestionType(KIND, _EXAMPLE, BEGINS, frozenset(), _recognises, _parse)
