"""Gaps: words are typed or chosen inside the text.

``[[1]]`` stands in the text; ``= [[1]] 30 | tiga puluh`` accepts what is typed, and
``= [[2]] kerja ~ kalender ~ libur`` gives a choice whose first is right. The raw answer maps the
number of a gap to the text given there. Each gap counts the same.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from lessons.questions.base import Choice, Form, Grade, Head, Order, Place
from lessons.questions.hiding import mixed
from lessons.questions.source import QuestionType, Source
from lessons.questions.typed import alternatives, check_braces, escaped, quoted
from lessons.questions.wording import normalise

if TYPE_CHECKING:
    from lessons.problems import Report
    from lessons.records import RawAnswer
    from lessons.source_text import Line

KIND = "gaps"
MARK = re.compile(r"\[\[([1-9][0-9]?)\]\]")
_LIKE_A_MARK = re.compile(r"\[\[[^\[\]\n]{0,20}\]\]")
_EXAMPLE = "= [[1]] jawaban"
_BEGINS = re.compile(r"\s{0,3}=(?!=)\s*\[\[")
_LINE = re.compile(r"\s{0,3}=\s*\[\[(?P<id>[1-9][0-9]?)\]\]\s*(?P<rest>.*)")
_CHOOSES = re.compile(r"(?<!\\)~")
_TYPES = re.compile(r"(?<!\\)\|")


@dataclass(frozen=True, slots=True)
class Gap:
    """One gap.

    Attributes:
        id: Its number in the text.
        accepted: What is right: one text of a choice, one or more of what is typed.
        wrong: What else can be chosen; empty where the answer is typed.
    """

    id: str
    accepted: tuple[str, ...]
    wrong: tuple[str, ...] = ()

    def accepts(self, given: object) -> bool:
        """Whether a text is right here; of what is typed, capitals and punctuation don't count."""
        if not isinstance(given, str):
            return False
        if self.wrong:
            return given in self.accepted
        typed = normalise(given)
        return bool(typed) and any(typed == normalise(text) for text in self.accepted)


@dataclass(frozen=True, slots=True)
class Gaps:
    """A text with gaps."""

    head: Head
    gaps: tuple[Gap, ...]

    @property
    def kind(self) -> str:
        """Type identifier."""
        return KIND

    def form(self, order: Order) -> Form:
        """The learner's form: each gap a place, with mixed choices or none."""
        places = tuple(self._place(gap, order) for gap in self.gaps)
        return Form(self.head.id, KIND, self.head.title, self.head.text, places=places)

    def grade(self, answer: RawAnswer) -> Grade:
        """The share of gaps that are right."""
        given = answer if isinstance(answer, Mapping) else {}
        right = sum(gap.accepts(given.get(gap.id)) for gap in self.gaps)
        return Grade(Fraction(right, len(self.gaps)))

    def full_key(self) -> dict[str, str]:
        """The first right text of each gap."""
        return {gap.id: gap.accepted[0] for gap in self.gaps}

    def feedback(self, answer: RawAnswer) -> tuple[str, ...]:
        """None: what there is to say stands in the explanation."""
        return ()

    def graded_content(self) -> object:
        """What each gap accepts, as it is compared."""
        return {"kind": KIND, "gaps": {gap.id: _compared(gap) for gap in self.gaps}}

    def attributes(self) -> dict[str, str]:
        """None of its own."""
        return {}

    def answer_lines(self) -> tuple[str, ...]:
        """``= [[1]] …`` for each gap."""
        return tuple(f"= [[{gap.id}]] {_written(gap)}" for gap in self.gaps)

    def _place(self, gap: Gap, order: Order) -> Place:
        texts = (*gap.accepted, *gap.wrong) if gap.wrong else ()
        shown = mixed(f"{self.head.id}\n{gap.id}", texts, order) if texts else ()
        return Place(gap.id, "", tuple(Choice(text, text) for text in shown))


def _compared(gap: Gap) -> object:
    if gap.wrong:
        return {"right": gap.accepted[0], "wrong": sorted(gap.wrong)}
    return sorted(normalise(text) for text in gap.accepted)


def _written(gap: Gap) -> str:
    if gap.wrong:
        return " ~ ".join(map(_text, (*gap.accepted, *gap.wrong)))
    return " | ".join(map(_text, gap.accepted))


def _text(text: str) -> str:
    return quoted(text) if text[:1] == '"' or text[-1:] == '"' else escaped(text)


def _recognises(lines: tuple[Line, ...]) -> bool:
    return bool(_BEGINS.match(lines[0].text))


def _parse(source: Source) -> Gaps | None:
    before = len(source.report.problems)
    gaps: dict[str, Gap] = {}
    for line in source.answers:
        gap = _gap(line, source.report) if line.text.strip() else None
        if gap and gap.id in gaps:
            hint = "Tulis setiap isian pada satu baris."
            source.report.add(line.number, f"Isian [[{gap.id}]] ditulis dua kali.", hint)
        elif gap:
            gaps[gap.id] = gap
    if len(source.report.problems) == before:
        _check_marks(source, gaps)
    if len(source.report.problems) > before:
        return None
    return Gaps(source.head, tuple(gaps.values()))


def _gap(line: Line, report: Report) -> Gap | None:
    match = _LINE.fullmatch(line.text)
    if match is None:
        hint = f"Tulis misalnya “{_EXAMPLE}” atau “= [[2]] benar ~ salah ~ salah”."
        report.add(line.number, "Baris ini bukan jawaban sebuah isian.", hint)
        return None
    check_braces(match["rest"], line.number, report)
    chooses = bool(_CHOOSES.search(match["rest"]))
    texts = alternatives(match["rest"], "~" if chooses else "|")
    if chooses and _TYPES.search(match["rest"]):
        hint = "Pakai ~ untuk pilihan, | untuk jawaban ketikan yang sama benarnya."
        report.add(line.number, "Isian ini mencampur “~” dan “|”.", hint)
    _check_texts(texts, chooses, line.number, report)
    return Gap(match["id"], texts[:1], texts[1:]) if chooses else Gap(match["id"], texts)


def _check_texts(texts: tuple[str, ...], chooses: bool, line: int, report: Report) -> None:
    compared = [text if chooses else normalise(text) for text in texts]
    if not all(compared):
        hint = "Tulis huruf atau angka sesudah tanda kurung siku dan di antara tanda | atau ~."
        report.add(line, "Isian ini mempunyai jawaban yang kosong.", hint)
    elif len(set(compared)) < len(compared):
        report.add(line, "Isian ini memuat jawaban yang sama dua kali.", "Hapus salah satu.")


def _check_marks(source: Source, gaps: Mapping[str, Gap]) -> None:
    marks, line = MARK.findall(source.head.text), source.head.line
    for gap in gaps:
        if marks.count(gap) != 1:
            message = f"[[{gap}]] ada {marks.count(gap)} kali dalam teks soal."
            source.report.add(line, message, f"Tulis [[{gap}]] tepat satu kali di tempat isiannya.")
    for mark in _LIKE_A_MARK.findall(source.head.text):
        if not MARK.fullmatch(mark):
            hint = "Tulis nomor 1 sampai 99 tanpa spasi, misalnya [[1]]."
            source.report.add(line, f"“{mark}” bukan tanda isian.", hint)
    for mark in dict.fromkeys(marks):
        if mark not in gaps:
            hint = f"Tulis “= [[{mark}]] …” di bawah teks soal."
            source.report.add(line, f"Isian [[{mark}]] belum mempunyai jawaban.", hint)


TYPE = QuestionType(KIND, _EXAMPLE, _BEGINS, frozenset(), _recognises, _parse, fewest_places=1)
