"""In which file a quiz of a course stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from lessons.course import Course, Quiz


def file_of(quiz: Quiz, course: Course) -> Path:
    """The file of a lesson's quiz or of a test."""
    lesson = course.lesson(quiz.id)
    if lesson is not None:
        return lesson.path.with_suffix(".kuis.md")
    return course.folder / f"{quiz.kind.value}.kuis.md"
