"""One quiz file: front matter, then a pool of questions."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lessons.course import Quiz, QuizKind
from lessons.fields import Fields
from lessons.front_matter import read_document
from lessons.headings import HeadingLine, outside_code, read_heading
from lessons.markdown_rules import check_markdown
from lessons.problems import Report, nearest, suggest
from lessons.question_reader import read_question
from lessons.questions.typed import without_typed
from lessons.revision import revision_of

if TYPE_CHECKING:
    from lessons.head_reader import Targets
    from lessons.questions.base import Question
    from lessons.source_text import Line

_SHUFFLES = ("soal", "opsi")
_QUESTION_LEVEL = 2
_PART = re.compile(r"###(?!#)")
_INDENTED = re.compile(r" {1,3}#{1,6}\s")


@dataclass(frozen=True, slots=True)
class QuizFile:
    """Where a quiz lies and what its place in the course makes it."""

    id: str
    kind: QuizKind
    title: str
    path: Path


def read_quiz(file: QuizFile, targets: Targets, report: Report) -> Quiz | None:
    """Read a quiz; None where the file as a whole can't be read."""
    document = read_document(file.path, report)
    if document is None:
        return None
    fields = Fields(document.fields, report)
    questions = read_questions(document.body, targets, report)
    check_markdown(without_typed(document.body), frozenset(), report)
    _check_identity(fields, file)
    pass_mark = _pass_mark(fields, file)
    draw_count = _draw_count(fields, len(questions))
    shuffle = read_shuffle(fields)
    fields.reject_unknown()
    return Quiz(
        id=file.id,
        kind=file.kind,
        title=file.title,
        pass_mark=pass_mark,
        draw_count=draw_count,
        shuffle_questions=shuffle[0],
        shuffle_options=shuffle[1],
        questions=questions,
        revision=revision_of(file.kind, pass_mark, draw_count, shuffle, questions),
    )


def _check_identity(fields: Fields, file: QuizFile) -> None:
    for name, right in (("id", file.id), ("jenis", file.kind.value)):
        value = fields.text(name)
        if value and value != right:
            is_near = nearest(value, [right]) and value not in list(QuizKind)
            hint = f"Mungkin maksud Anda “{right}”." if is_near else "Nama berkas menentukannya."
            hint = f"{hint} Untuk berkas ini tulis “{name}: {right}”."
            fields.refuse(name, f"“{name}: {value}” tidak cocok.", hint)


def _pass_mark(fields: Fields, file: QuizFile) -> int:
    """A pre-test measures what people know already; it has no pass mark unless one is written."""
    if file.kind is QuizKind.PRE_TEST and not fields.has("lulus"):
        return 0
    return fields.integer("lulus", 0, 100)


def _draw_count(fields: Fields, pool: int) -> int:
    count = fields.integer("ambil", 1, 1000)
    if count > pool > 0:
        fields.refuse(
            "ambil",
            f"“ambil: {count}” melebihi soal yang ada ({pool}).",
            f"Tulis paling banyak {pool}, atau tambah soal.",
        )
    return count


def read_shuffle(fields: Fields) -> tuple[bool, bool]:
    """Whether questions, and whether options, come in an order of the seed; usually both."""
    words = fields.texts("acak") if fields.has("acak") else _SHUFFLES
    for word in words:
        if word and word not in _SHUFFLES:
            fields.refuse("acak", f"“acak” tidak mengenal “{word}”.", suggest(word, _SHUFFLES))
    return "soal" in words, "opsi" in words


def read_questions(
    body: tuple[Line, ...], targets: Targets, report: Report
) -> tuple[Question, ...]:
    """Read the questions of a body; those that can't be read are reported and left out."""
    _check_indents(body, report)
    blocks = _blocks(body, report)
    if not blocks:
        report.add(
            1, "Kuis ini belum mempunyai soal.", "Awali setiap soal dengan “## Judul {#id …}”."
        )
    questions = (read_question(heading, lines, targets, report) for heading, lines in blocks)
    return tuple(question for question in questions if question)


def _check_indents(body: tuple[Line, ...], report: Report) -> None:
    """A heading behind spaces is none: its question would become text of the one before."""
    for line, is_text in outside_code(body):
        if is_text and _INDENTED.match(line.text):
            report.add(line.number, "Ada spasi di depan judul ini.", "Hapus spasi di depan “#”.")


def _blocks(body: tuple[Line, ...], report: Report) -> list[tuple[HeadingLine, list[Line]]]:
    blocks: list[tuple[HeadingLine, list[Line]]] = []
    for line, is_text in outside_code(body):
        is_part = bool(blocks) and _PART.match(line.text)
        heading = read_heading(line, report) if is_text and not is_part else None
        if heading is not None and heading.level == _QUESTION_LEVEL:
            blocks.append((heading, []))
        elif heading is not None:
            report.add(
                line.number,
                "Soal diawali judul tingkat 2, bagian dari soal kasus judul tingkat 3.",
                "Tulis “## ” atau “### ” di awal baris ini.",
            )
        elif blocks:
            blocks[-1][1].append(line)
        elif line.text.strip():
            report.add(
                line.number, "Teks ini ada sebelum soal pertama.", "Pindahkan ke dalam soal."
            )
    return blocks
