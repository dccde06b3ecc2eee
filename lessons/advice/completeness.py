"""What a course should say of itself: goals, sources, and notes that name a question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lessons.layout import COURSE_FILE
from lessons.problems import Problem, suggest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lessons.course import Course


def on_completeness(course: Course) -> Iterator[Problem]:
    """Missing goals and sources, and notes on changes of questions that are not there."""
    path = course.folder / COURSE_FILE
    yield from _missing(path, course.goals, course.sources)
    for lesson in course.lessons:
        yield from _missing(lesson.path, lesson.goals, lesson.sources)
    known = [each.head.id for quiz in course.quizzes() for each in quiz.questions]
    for question, _ in course.changes:
        if question not in known:
            message = f"“perubahan” menyebut soal “{question}”, yang tidak ada."
            yield Problem(path, 1, 0, message, suggest(question, known))


def _missing(path: Path, goals: tuple[str, ...], sources: tuple[str, ...]) -> Iterator[Problem]:
    if not goals:
        hint = "Tulis apa yang dapat dilakukan peserta sesudah belajar."
        yield Problem(path, 1, 0, "Belum ada “tujuan”.", hint)
    if not sources:
        hint = "Sebut aturan atau buku yang menjadi dasar isinya."
        yield Problem(path, 1, 0, "Belum ada “sumber”.", hint)
