"""One question of a quiz file: what all types share, then its type's own parser."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from lessons.problems import Report, suggest
from lessons.questions.base import Head, Level, Question
from lessons.questions.registry import TYPES, begins_answers, type_of
from lessons.questions.source import QuestionType, Source

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lessons.headings import HeadingLine
    from lessons.source_text import Line

_EXPLANATION = "Pembahasan:"
_SHARED = ("uji", "tingkat")
_LIKE_AN_OPTION = re.compile(r"\s{0,3}([-*+]\s*)?([(\[][^)\]]{0,3}[)\]]\s*)?[A-Za-z]\)\s")


@dataclass(frozen=True, slots=True)
class Targets:
    """The headings that questions may test.

    Attributes:
        lesson: The lesson of a practice quiz; empty for a test.
        known: Every ``lesson id#heading id`` of the course.
        unread: Lessons whose headings are unknown, since their files can't be read.
    """

    lesson: str
    known: frozenset[str]
    unread: frozenset[str] = frozenset()

    def full(self, written: str) -> str:
        """What is meant by a written ``uji``: a practice quiz leaves its lesson out."""
        return written if "#" in written or not self.lesson else f"{self.lesson}#{written}"

    def written(self) -> list[str]:
        """The words from which a trainer may choose here."""
        prefix = f"{self.lesson}#" if self.lesson else ""
        return sorted(key.removeprefix(prefix) for key in self.known if key.startswith(prefix))


def read_question(
    heading: HeadingLine, lines: Sequence[Line], targets: Targets, report: Report
) -> Question | None:
    """Read one question; None where it can't be, which is reported."""
    text = list(takewhile(lambda line: not _ends_text(line.text), lines))
    rest = lines[len(text) :]
    answers = tuple(takewhile(lambda line: not line.text.startswith(_EXPLANATION), rest))
    explanation = _joined(rest[len(answers) :]).removeprefix(_EXPLANATION).strip()
    _check_text(text, report)
    kind = type_of(answers)
    head = _head(heading, _joined(text), explanation, targets, report)
    if kind is None:
        report.add(heading.line, "Soal ini belum mempunyai pilihan jawaban.", _forms())
        return None
    _check_attributes(heading, kind, report)
    own = {key: value for key, value in heading.attributes.items() if key in kind.attributes}
    return kind.parse(Source(head, answers, own, report))


def _ends_text(line: str) -> bool:
    return begins_answers(line) or line.startswith(_EXPLANATION)


def _check_text(text: Sequence[Line], report: Report) -> None:
    """An option without its mark would else become part of the question, unnoticed."""
    for line in text:
        if _LIKE_AN_OPTION.match(line.text):
            report.add(line.number, "Baris ini mirip pilihan jawaban tanpa tanda.", _forms())


def _joined(lines: Sequence[Line]) -> str:
    return "\n".join(line.text for line in lines).strip()


def _forms() -> str:
    return f"Tulis misalnya {' atau '.join(f'“{kind.example}”' for kind in TYPES)}."


def _head(
    heading: HeadingLine, text: str, explanation: str, targets: Targets, report: Report
) -> Head:
    if not heading.id or not heading.text:
        report.add(
            heading.line,
            "Soal ini belum mempunyai judul dan id.",
            "Tulis misalnya “## Batas waktu {#batas-waktu uji=…}”. Id berlaku selamanya.",
        )
    if not text:
        report.add(heading.line, "Soal ini belum berisi pertanyaan.", "Tulis di bawah judulnya.")
    return Head(
        id=heading.id,
        title=heading.text,
        text=text,
        tests=_tests(heading, targets, report),
        level=_level(heading, report),
        explanation=explanation,
        line=heading.line,
    )


def _tests(heading: HeadingLine, targets: Targets, report: Report) -> str:
    written = heading.attributes.get("uji", "")
    full = targets.full(written)
    if not written:
        report.add(heading.line, "Soal ini belum menyebut “uji=”.", "Sebut id judul yang diuji.")
    elif full not in targets.known and full.partition("#")[0] not in targets.unread:
        hint = suggest(written, targets.written())
        report.add(heading.line, f"“uji={written}” tidak ada dalam pelajaran.", hint)
    return full


def _level(heading: HeadingLine, report: Report) -> Level:
    word = heading.attributes.get("tingkat", Level.MEDIUM.value)
    words = [level.value for level in Level]
    if word in words:
        return Level(word)
    report.add(heading.line, f"“tingkat={word}” tidak dikenal.", suggest(word, words))
    return Level.MEDIUM


def _check_attributes(heading: HeadingLine, kind: QuestionType, report: Report) -> None:
    known = (*_SHARED, *sorted(kind.attributes))
    for name in heading.attributes:
        if name not in known:
            report.add(heading.line, f"Soal tidak mengenal “{name}=”.", suggest(name, known))
