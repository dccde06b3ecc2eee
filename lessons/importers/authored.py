"""Questions that are written as an author would write them, and read as that."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from lessons.head_reader import Targets
from lessons.importers.outcome import Unusable
from lessons.problems import Report
from lessons.question_reader import read_question
from lessons.source_text import Line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lessons.headings import HeadingLine
    from lessons.questions.base import Question


def read(heading: HeadingLine, texts: Iterable[str]) -> Question:
    """The question with this heading, text, answer lines and explanation.

    Raises:
        Unusable: The reader of courses does not take it, with its reasons.
    """
    report = Report(Path())
    lines = [Line(heading.line, line) for text in texts for line in text.split("\n")]
    question = read_question(heading, lines, Targets("", frozenset(), required=False), report)
    if question is None or report.problems:
        reasons = dict.fromkeys(f"{each.message} {each.hint}".strip() for each in report.problems)
        raise Unusable(" ".join(reasons) or "Soal ini tidak dapat dibaca.")
    return question
