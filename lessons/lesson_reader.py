"""One lesson file: front matter, headings, and the Markdown body."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lessons.course import Heading, Lesson
from lessons.fields import Fields
from lessons.front_matter import read_document
from lessons.headings import HeadingLine, outside_code, read_heading
from lessons.markdown_rules import check_markdown

if TYPE_CHECKING:
    from lessons.problems import Report
    from lessons.source_text import Line

_LEVELS = (2, 3)


@dataclass(frozen=True, slots=True)
class LessonFile:
    """Where a lesson lies and which id its place in the course gives it."""

    id: str
    path: Path


def read_lesson(file: LessonFile, report: Report) -> Lesson | None:
    """Read a lesson without its quiz; None where the file as a whole can't be read."""
    document = read_document(file.path, report)
    if document is None:
        return None
    fields = Fields(document.fields, report)
    headings = read_body(document.body, report)
    lesson = Lesson(
        id=file.id,
        title=fields.text("judul"),
        minutes=fields.number("menit"),
        goals=fields.texts("tujuan"),
        glossary=fields.pairs("istilah"),
        sources=fields.texts("sumber"),
        body="\n".join(line.text for line in document.body).strip("\n") + "\n",
        body_line=_first_line(document.body),
        headings=headings,
        path=file.path,
        quiz=None,
    )
    fields.reject_unknown()
    return lesson


def read_body(body: tuple[Line, ...], report: Report) -> tuple[Heading, ...]:
    """The headings of a lesson's body; whatever is wrong in it is reported."""
    headings = _headings(body, report)
    if not any(line.text.strip() for line in body):
        report.add(1, "Pelajaran ini belum berisi.", "Tulis isinya sesudah kepala berkas.")
    check_markdown(body, {heading.id for heading in headings}, report)
    return headings


def _first_line(body: tuple[Line, ...]) -> int:
    """The body is stored without the blank lines around it, so it begins at the first other."""
    return next((line.number for line in body if line.text), 1)


def _headings(body: tuple[Line, ...], report: Report) -> tuple[Heading, ...]:
    found: dict[str, Heading] = {}
    for line, is_text in outside_code(body):
        heading = read_heading(line, report) if is_text else None
        if heading is None or not _is_sound(heading, report):
            continue
        if heading.id in found:
            report.add(line.number, f"Id “#{heading.id}” sudah dipakai.", "Pakai id lain.")
        found.setdefault(heading.id, Heading(heading.id, heading.text, heading.level))
    return tuple(found.values())


def _is_sound(heading: HeadingLine, report: Report) -> bool:
    if heading.level not in _LEVELS:
        report.add(
            heading.line,
            f"Judul tingkat {heading.level} tidak dipakai dalam pelajaran.",
            "Awali dengan “## ” atau “### ”; judul pelajaran ada di kepala berkas.",
        )
        return False
    if heading.attributes:
        names = ", ".join(heading.attributes)
        first = next(iter(heading.attributes))
        message = f"Judul pelajaran tidak mengenal {names}."
        heading.refuse(first, message, "Tulis {#id} saja.", report)
    if not heading.id or not heading.text:
        report.add(
            heading.line,
            "Judul ini belum mempunyai teks dan id.",
            "Tulis misalnya “## Batas waktu {#batas-waktu}”. Id berlaku selamanya.",
        )
        return False
    return True
