"""What every question has whatever its type: heading, text, level, weight and what it tests."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lessons.problems import Report, suggest
from lessons.questions.base import Head, Level

if TYPE_CHECKING:
    from lessons.headings import HeadingLine

SHARED = ("uji", "tingkat", "bobot")
_QUESTION_LEVEL = 2
WEIGHTS = range(1, 11)


@dataclass(frozen=True, slots=True)
class Targets:
    """The headings that questions may test.

    Attributes:
        lesson: The lesson of a practice quiz; empty for a test.
        known: Every ``lesson id#heading id`` of the course.
        unread: Lessons whose headings are unknown, since their files can't be read.
        required: Whether every question must name one; a draft need not yet.
    """

    lesson: str
    known: frozenset[str]
    unread: frozenset[str] = frozenset()
    required: bool = True

    def full(self, written: str) -> str:
        """What is meant by a written ``uji``: a practice quiz leaves its lesson out."""
        return written if "#" in written or not self.lesson else f"{self.lesson}#{written}"

    def written(self) -> list[str]:
        """The words from which a trainer may choose here."""
        prefix = f"{self.lesson}#" if self.lesson else ""
        return sorted(key.removeprefix(prefix) for key in self.known if key.startswith(prefix))


class _AnyHeading(frozenset[str]):
    """Holds any heading."""

    def __contains__(self, _heading: object) -> bool:
        return True


ANYWHERE = Targets("", _AnyHeading(), required=False)
"""For questions that are read outside of their course: whatever they test is taken as it stands."""


@dataclass(frozen=True, slots=True)
class Words:
    """A question's text and explanation, Markdown; either may be empty."""

    text: str
    explanation: str


def read_head(heading: HeadingLine, words: Words, targets: Targets, report: Report) -> Head:
    """The head of a question; what is wrong is reported."""
    _check_name(heading, report)
    if not words.text:
        report.add(heading.line, "Soal ini belum berisi pertanyaan.", "Tulis di bawah judulnya.")
    return Head(
        id=heading.id,
        title=heading.text,
        text=words.text,
        tests=_tests(heading, targets, report),
        level=_level(heading, Level.MEDIUM, report),
        explanation=words.explanation,
        line=heading.line,
        weight=_weight(heading, report),
    )


def read_part_head(heading: HeadingLine, words: Words, case: Head, report: Report) -> Head:
    """The head of a part of a case; it tests what the case tests, at the case's level."""
    _check_name(heading, report)
    return Head(
        id=heading.id,
        title=heading.text,
        text=words.text,
        tests=case.tests,
        level=case.level,
        explanation=words.explanation,
        line=heading.line,
        weight=_weight(heading, report),
    )


def _check_name(heading: HeadingLine, report: Report) -> None:
    if not heading.id or not heading.text:
        attributes = "#batas-waktu uji=…" if heading.level == _QUESTION_LEVEL else "#batas-waktu"
        report.add(
            heading.line,
            "Soal ini belum mempunyai judul dan id.",
            f"Tulis misalnya “{'#' * heading.level} Batas waktu {{{attributes}}}”."
            " Id berlaku selamanya.",
        )


def _tests(heading: HeadingLine, targets: Targets, report: Report) -> str:
    written = heading.attributes.get("uji", "")
    if not written:
        if targets.required:
            hint = "Sebut id judul yang diuji."
            report.add(heading.line, "Soal ini belum menyebut “uji=”.", hint)
        return ""
    full = targets.full(written)
    if full not in targets.known and full.partition("#")[0] not in targets.unread:
        hint = suggest(written, targets.written())
        heading.refuse("uji", f"“uji={written}” tidak ada dalam pelajaran.", hint, report)
    return full


def _level(heading: HeadingLine, usual: Level, report: Report) -> Level:
    word = heading.attributes.get("tingkat", usual.value)
    words = [level.value for level in Level]
    if word in words:
        return Level(word)
    hint = suggest(word, words)
    heading.refuse("tingkat", f"“tingkat={word}” tidak dikenal.", hint, report)
    return usual


def _weight(heading: HeadingLine, report: Report) -> int:
    written = heading.attributes.get("bobot", "1")
    if written.isdecimal() and written.isascii() and int(written) in WEIGHTS:
        return int(written)
    hint = f"Tulis bilangan bulat {WEIGHTS[0]} sampai {WEIGHTS[-1]}."
    heading.refuse("bobot", f"“bobot={written}” tidak dapat dibaca.", hint, report)
    return 1
