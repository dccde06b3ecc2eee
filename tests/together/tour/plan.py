"""Who learns what on the tour, and how questions are answered: from the course files."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from lessons.catalogue import bundled_root, load_catalogue
from lessons.course import Course, Lesson, Quiz
from lessons.drawing import option_order
from lessons.questions.case import Case
from lessons.questions.matching import Matching
from lessons.questions.ordering import KIND as ORDERING

if TYPE_CHECKING:
    from lessons.questions.base import Choice, Form, Question
    from lessons.records import PartAnswer, RawAnswer

COURSE, WHOLE = "ASN-05", "ASN-98"
"""The bundled course, and one of which a quiz holds a question of every type."""
_WHOLE_FOLDER = Path(__file__).parents[2] / "whole" / "lengkap"
PASSWORD = "lontong-sayur-37"
PC_NAME = "PC CONTOH loket 1"
CHOICES = ("single-choice", "multiple-choice", "true-false")
"""The kinds of questions whose options are clicked."""
_NEVER = "987654321"
"""Text or number that no key accepts."""
WRONG = 1
"""So many questions of each quiz are answered wrongly on purpose: the last ones."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The course, and what of it is taken.

    Attributes:
        first: The first lesson of all courses, with which a person is to begin.
        every_type: The quiz that holds a question of every type, of the other course.
    """

    first: Lesson
    course: Course
    lesson: Lesson
    practice: Quiz
    every_type: Quiz
    end_test: Quiz
    other_course: Course


def gather_courses(root: Path) -> None:
    """Put the bundled courses and the one of every type into one folder."""
    shutil.copytree(bundled_root(), root)
    shutil.copytree(_WHOLE_FOLDER, root / _WHOLE_FOLDER.name)


def make_plan(root: Path) -> Plan:
    """The first lesson of the bundled course with its quiz, every type, and the end test."""
    catalogue = load_catalogue(root)
    course, other = catalogue.course(COURSE), catalogue.course(WHOLE)
    assert course is not None
    assert other is not None
    lesson, end_test = course.lessons[0], course.end_test
    practice, every_type = lesson.quiz, other.lessons[0].quiz
    assert practice is not None
    assert every_type is not None
    assert end_test is not None
    first = catalogue.courses[0].lessons[0]
    return Plan(first, course, lesson, practice, every_type, end_test, other)


def answer_to(quiz: Quiz, question_id: str) -> RawAnswer:
    """What is answered in the quiz of every type: all is right but one pair."""
    question = next(each for each in quiz.questions if each.head.id == question_id)
    key = question.full_key()
    if not isinstance(question, Matching) or not isinstance(key, dict):
        return key
    wrong = next(
        each.id for each in question.form(option_order(0)).choices if each.id not in key.values()
    )
    return {**key, question.pairs[0].id: wrong}


def planned_answer(quiz: Quiz, question_id: str, *, right: bool) -> RawAnswer:
    """What answers a question wholly right, or wholly wrong."""
    question = next(each for each in quiz.questions if each.head.id == question_id)
    return question.full_key() if right else _wrong(question.form(option_order(0)), question)


def score(quiz: Quiz, wrong: int) -> int:
    """What an attempt is worth with so many wholly wrong answers, in percent rounded down."""
    return (quiz.draw_count - wrong) * 100 // quiz.draw_count


def _wrong(form: Form, question: Question) -> RawAnswer:
    """An answer of the question's kind that is worth nothing."""
    key = question.full_key()
    if isinstance(question, Case):
        parts = zip(form.parts, question.parts, strict=True)
        return {shown.question: cast("PartAnswer", _wrong(shown, part)) for shown, part in parts}
    if isinstance(key, Mapping):
        return {
            place.id: _other(place.choices or form.choices, key[place.id]) for place in form.places
        }
    if form.kind == ORDERING and isinstance(key, list):
        return key[::-1]
    wrong = _other(form.choices, key) if form.choices else _NEVER
    return [wrong] if isinstance(key, list) else wrong


def _other(choices: tuple[Choice, ...], key: object) -> str:
    """A choice that is not in the key; where there is nothing to choose, a text that is in none."""
    keys = key if isinstance(key, list) else [key]
    return next((each.id for each in choices if each.id not in keys), _NEVER)
