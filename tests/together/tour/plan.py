"""Who learns what on the tour, and how questions are answered: from the course files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lessons.catalogue import bundled_root, load_catalogue
from lessons.course import Course, Lesson, Quiz
from lessons.drawing import option_order

if TYPE_CHECKING:
    from lessons.records import RawAnswer

COURSE = "ASN-05"
PASSWORD = "lontong-sayur-37"
PC_NAME = "PC CONTOH loket 1"
WRONG = 1
"""So many questions of each quiz are answered wrongly on purpose: the last ones."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The course, and what of it is taken."""

    course: Course
    lesson: Lesson
    practice: Quiz
    end_test: Quiz


def make_plan() -> Plan:
    """The first lesson of the bundled course with its quiz, and the end test."""
    course = load_catalogue(bundled_root()).course(COURSE)
    assert course is not None
    lesson, end_test = course.lessons[0], course.end_test
    assert lesson.quiz is not None
    assert end_test is not None
    return Plan(course, lesson, lesson.quiz, end_test)


def options_to_choose(quiz: Quiz, question_id: str, *, right: bool) -> list[str]:
    """Ids of the options that answer a question wholly right, or wholly wrong."""
    question = next(each for each in quiz.questions if each.head.id == question_id)
    keys = _as_list(question.full_key())
    if right:
        return keys
    choices = question.form(option_order(0)).choices
    return [next(each.id for each in choices if each.id not in keys)]


def score(quiz: Quiz, wrong: int) -> int:
    """What an attempt is worth with so many wholly wrong answers, in percent rounded down."""
    return (quiz.draw_count - wrong) * 100 // quiz.draw_count


def _as_list(key: RawAnswer) -> list[str]:
    return key if isinstance(key, list) else [str(key)]
