"""Questions from text, and what is said about them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from lessons.head_reader import Targets
from lessons.problems import Report
from lessons.quiz_reader import read_questions
from lessons.source_text import split_lines

if TYPE_CHECKING:
    from lessons.problems import Problem
    from lessons.questions.base import Question

_HEAD = "## Judul {#q}\nTeks?\n"
FIRST_ANSWER = 3
"""The line of the first answer."""


def parse(answers: str, attributes: str = "") -> Question:
    """The question with these answer lines; nothing may be wrong with it."""
    questions, problems = _read(answers, attributes)
    assert problems == []
    (question,) = questions
    return question


def problem_of(answers: str, attributes: str = "") -> Problem:
    """The one thing that is wrong with a question of these answer lines."""
    questions, problems = _read(answers, attributes)
    assert questions == ()
    (problem,) = problems
    return problem


def problems_of(answers: str, attributes: str = "") -> list[Problem]:
    """Everything that is wrong with a question of these answer lines."""
    return _read(answers, attributes)[1]


def read_lines(*lines: str) -> tuple[Question | None, list[Problem]]:
    """The question that these lines are from their heading on, and what is wrong with it."""
    questions, problems = _read_text("\n".join(lines))
    return next(iter(questions), None), problems


def _read(answers: str, attributes: str) -> tuple[tuple[Question, ...], list[Problem]]:
    inside = f"{{#q {attributes}}}" if attributes else "{#q}"
    return _read_text(_HEAD.replace("{#q}", inside) + answers)


def _read_text(text: str) -> tuple[tuple[Question, ...], list[Problem]]:
    report = Report(Path("k.kuis.md"))
    targets = Targets("", frozenset(), required=False)
    questions = read_questions(split_lines(text, report), targets, report)
    return questions, report.problems
