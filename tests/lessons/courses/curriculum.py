"""The bundled curriculum, read once, and what tests ask of all of it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from lessons.catalogue import bundled_root, load_catalogue
from lessons.questions.case import Case

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lessons.course import Course, Quiz
    from lessons.questions.base import Question

_WORD = re.compile(r"[^\W_]+")


@cache
def courses() -> tuple[Course, ...]:
    """Every course that comes with the program; none may be left out."""
    catalogue = load_catalogue(bundled_root())
    assert catalogue.left_out == ()
    return catalogue.courses


def quizzes() -> Iterator[tuple[Course, Quiz]]:
    """Every quiz with its course."""
    for course in courses():
        for quiz in course.quizzes():
            yield course, quiz


def questions(course: Course) -> list[Question]:
    """Every question of a course; of a case its parts."""
    found: list[Question] = []
    for quiz in course.quizzes():
        for question in quiz.questions:
            found.extend(question.parts if isinstance(question, Case) else (question,))
    return found


def files() -> list[Path]:
    """Every Markdown file of every course."""
    return [path for course in courses() for path in sorted(course.folder.glob("*.md"))]


def words(text: str) -> list[str]:
    """The words and figures of a text, small."""
    return [word.casefold() for word in _WORD.findall(text)]
