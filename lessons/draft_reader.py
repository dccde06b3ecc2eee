"""A quiz that is still being written, often just imported: ``draf-NAMA.kuis.md``.

It is no part of a course. Its questions must be sound; what its place in a course will ask of it
(``uji=``, pass mark, draw) may still be missing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lessons.course import QuizKind
from lessons.fields import Fields
from lessons.front_matter import read_document
from lessons.head_reader import Targets
from lessons.markdown_rules import check_markdown
from lessons.problems import suggest
from lessons.quiz_reader import read_questions

if TYPE_CHECKING:
    from pathlib import Path

    from lessons.problems import Report
    from lessons.questions.base import Question

_MOST = 1000


class _Everything(frozenset[str]):
    """Holds any heading: the lesson that a draft will belong to is not known yet."""

    def __contains__(self, _heading: object) -> bool:
        return True


def read_draft(path: Path, report: Report) -> tuple[Question, ...]:
    """The questions of a draft that can be read; what is wrong is reported."""
    document = read_document(path, report)
    if document is None:
        return ()
    questions = read_questions(document.body, Targets("", _Everything(), required=False), report)
    check_markdown(document.body, frozenset(), report)
    _check_fields(Fields(document.fields, report))
    _check_ids(questions, report)
    return questions


def _check_fields(fields: Fields) -> None:
    for name in ("id", "judul"):
        if fields.has(name):
            fields.text(name)
    for name, low, high in (("lulus", 0, 100), ("ambil", 1, _MOST)):
        if fields.has(name):
            fields.integer(name, low, high)
    fields.texts("acak")
    fields.texts("sumber")
    kinds = [kind.value for kind in QuizKind]
    if fields.has("jenis") and (kind := fields.text("jenis")) and kind not in kinds:
        fields.refuse("jenis", f"“jenis: {kind}” tidak dikenal.", suggest(kind, kinds))
    fields.reject_unknown()


def _check_ids(questions: tuple[Question, ...], report: Report) -> None:
    used: set[str] = set()
    for question in questions:
        if question.head.id and question.head.id in used:
            message = f"Id “#{question.head.id}” sudah dipakai dalam draf ini."
            report.add(question.head.line, message, "Setiap soal memerlukan id sendiri.")
        used.add(question.head.id)
