"""Imported questions made ready for a draft: own ids, and proof that each one reads back."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from lessons.front_matter import without_comments
from lessons.importers.outcome import Imported, Outcome, Rejected
from lessons.markdown_rules import check_markdown
from lessons.problems import Report
from lessons.questions.typed import without_typed
from lessons.quiz_writer import UnwritableError, write_question
from lessons.source_text import Line

if TYPE_CHECKING:
    from lessons.questions.base import Question

_PICTURE = re.compile(r"!\[([^\[\]]*)\]\(img/[^\s()]+\)")
_NOT_IN_ID = re.compile(r"[^a-z0-9]+")
_LONGEST_ID = 50
_NAMELESS = "soal"
_SAYS = "tidak dapat ditulis: "


@dataclass(frozen=True, slots=True)
class Written:
    """An imported question and how it stands in a draft, from its heading on."""

    imported: Imported
    text: str


def finished(outcome: Outcome) -> tuple[Outcome, tuple[Written, ...]]:
    """The outcome with ids that are each there once, and its questions as a draft has them.

    A question that would not read back as it is, or that ``check`` would refuse, is rejected.
    """
    written: list[Written] = []
    rejected = list(outcome.rejected)
    used: dict[str, int] = {}
    for each in outcome.questions:
        made = replace(each, question=_named(each.question, _free_id(each.question, used)))
        try:
            written.append(Written(made, _text(made)))
        except UnwritableError as error:
            reason = error.message.partition(_SAYS)[2] or error.message
            rejected.append(Rejected(each.line, reason))
    questions = tuple(each.imported for each in written)
    in_order = tuple(sorted(rejected, key=lambda each: each.line))
    return replace(outcome, questions=questions, rejected=in_order), tuple(written)


def slug(title: str) -> str:
    """An id made of a title; empty where it holds neither Latin letters nor digits."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return _NOT_IN_ID.sub("-", plain)[:_LONGEST_ID].strip("-")


def _free_id(question: Question, used: dict[str, int]) -> str:
    base = slug(question.head.title) or _NAMELESS
    wanted = base
    while wanted in used:
        used[base] += 1
        wanted = f"{base}-{used[base]}"
    used[wanted] = 1
    return wanted


def _named(question: Question, new: str) -> Question:
    # Every question is a frozen dataclass, which the protocol can't say.
    made = replace(cast("Any", question), head=replace(question.head, id=new))
    return cast("Question", made)


def _text(imported: Imported) -> str:
    text = write_question(imported.question, notes=imported.notes)
    report = Report(Path())
    shown = enumerate(_PICTURE.sub(r"\1", text).split("\n"), 1)
    lines = tuple(without_comments(Line(number, line) for number, line in shown))
    check_markdown(without_typed(lines), frozenset(), report)
    if report.problems:
        problem = report.problems[0]
        raise UnwritableError(imported.question.head.id, f"{problem.message} {problem.hint}")
    return text
