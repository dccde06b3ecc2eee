"""Questions made by writing their answers as an author would, and reading that."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from lessons.head_reader import Targets
from lessons.headings import HeadingLine
from lessons.importers.outcome import Unusable
from lessons.problems import Report
from lessons.question_reader import read_question
from lessons.source_text import Line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lessons.questions.base import Head, Question


def as_written(head: Head, answers: Iterable[str], unit: str = "") -> Question:
    """The question with this head and these answer lines.

    Raises:
        Unusable: The reader of courses does not take it, with its reasons.
    """
    attributes = {"tingkat": head.level.value, "bobot": str(head.weight)}
    if unit:
        attributes["satuan"] = unit
    heading = HeadingLine(head.line, 2, head.title, head.id, attributes)
    end = (f"Pembahasan: {head.explanation}",) if head.explanation else ()
    return read(heading, (head.text, *answers, *end))


def read(heading: HeadingLine, texts: Iterable[str]) -> Question:
    """The question under this heading.

    Raises:
        Unusable: See :func:`as_written`.
    """
    report = Report(Path())
    lines = [Line(heading.line, line) for text in texts for line in text.split("\n")]
    question = read_question(heading, lines, Targets("", frozenset(), required=False), report)
    if question is None or report.problems:
        reasons = dict.fromkeys(f"{each.message} {each.hint}".strip() for each in report.problems)
        raise Unusable(" ".join(reasons) or "Soal ini tidak dapat dibaca.")
    return question
