"""A quiz that is still being written, often just imported: ``draf-NAMA.kuis.md``.

It is no part of a course. Its questions are read as strictly as a quiz's; what its place in a
course will ask of it (``uji=``, pass mark, draw) may still be missing.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from lessons.course import Quiz, QuizKind
from lessons.fields import Fields
from lessons.front_matter import read_document, without_comments
from lessons.head_reader import ANYWHERE
from lessons.layout import drafts_in, is_draft
from lessons.markdown_rules import check_markdown
from lessons.problems import Report, suggest
from lessons.questions.typed import without_typed
from lessons.quiz_reader import read_questions, read_shuffle
from lessons.revision import revision_of
from lessons.source_text import Line

if TYPE_CHECKING:
    from lessons.problems import Problem
    from lessons.questions.base import Question

__all__ = ["draft_paths", "is_draft", "read_draft", "reread"]
_END = ".kuis.md"
_MOST = 1000
_USUAL_PASS_MARK = 60


def draft_paths(folder: Path) -> list[Path]:
    """The drafts of a folder, in order of their names."""
    return list(drafts_in(folder))


def read_draft(path: Path, report: Report) -> Quiz | None:
    """Read a draft; None where the file as a whole can't be read."""
    document = read_document(path, report)
    if document is None:
        return None
    questions = read_questions(document.body, ANYWHERE, report)
    check_markdown(without_typed(document.body), frozenset(), report)
    _check_ids(questions, report)
    return _quiz(path, Fields(document.fields, report), questions)


def reread(text: str) -> tuple[Question | None, tuple[Problem, ...]]:
    """The question that a text is read as, as if it stood in a draft, and what is wrong with it."""
    report = Report(Path())
    lines = (Line(number, line) for number, line in enumerate(text.split("\n"), 1))
    body = tuple(without_comments(lines))
    questions = read_questions(body, ANYWHERE, report)
    check_markdown(without_typed(body), frozenset(), report)
    return (questions[0] if questions else None), tuple(report.problems)


def _quiz(path: Path, fields: Fields, questions: tuple[Question, ...]) -> Quiz:
    name = path.name.removesuffix(_END)
    quiz_id = fields.text("id") if fields.has("id") else ""
    kind = _kind(fields)
    title = fields.text("judul") if fields.has("judul") else ""
    pass_mark = fields.integer("lulus", 0, 100) if fields.has("lulus") else _USUAL_PASS_MARK
    draw = fields.integer("ambil", 1, _MOST) if fields.has("ambil") else max(1, len(questions))
    shuffle = read_shuffle(fields)
    fields.texts("sumber")
    fields.reject_unknown()
    revision = revision_of(kind, pass_mark, draw, shuffle, questions)
    return Quiz(
        quiz_id or name, kind, title or name, pass_mark, draw, *shuffle, questions, revision
    )


def _kind(fields: Fields) -> QuizKind:
    word = fields.text("jenis") if fields.has("jenis") else QuizKind.PRACTICE.value
    words = [kind.value for kind in QuizKind]
    if word in words:
        return QuizKind(word)
    if word:
        fields.refuse("jenis", f"“jenis: {word}” tidak dikenal.", suggest(word, words))
    return QuizKind.PRACTICE


def _check_ids(questions: tuple[Question, ...], report: Report) -> None:
    used: set[str] = set()
    for question in questions:
        if question.head.id in used:
            message = f"Id “#{question.head.id}” sudah dipakai dalam draf ini."
            report.add(question.head.line, message, "Setiap soal memerlukan id sendiri.")
        used.add(question.head.id)
