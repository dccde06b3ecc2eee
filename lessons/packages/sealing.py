"""Which keys go to the PCs: ``kunci: pusat`` keeps those of the end test with the server."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lessons.course import Course, KeyPlace
from lessons.packages.manifest import Edition
from lessons.questions.sealed import Sealed
from lessons.sealing import is_sealed, salted_quiz, seal_quiz

if TYPE_CHECKING:
    from lessons.packages.keys import SecretKey


def for_edition(course: Course, edition: Edition, key: SecretKey) -> Course:
    """The course as an edition holds it: for PCs its end test may be without key.

    Args:
        key: From which the salt is made that both editions share, so pack both with the same.
    """
    if course.end_test is None or course.keys is not KeyPlace.CENTRE:
        return course
    change = seal_quiz if edition is Edition.PC else salted_quiz
    return replace(course, end_test=change(course.end_test, key.salt_for(course.code)))


def is_sealed_rightly(course: Course, edition: Edition) -> bool:
    """Whether exactly those questions are without key that are to be so in this edition."""
    others = (quiz for quiz in course.quizzes() if quiz is not course.end_test)
    end = course.end_test.questions if course.end_test else ()
    seals = edition is Edition.PC and course.keys is KeyPlace.CENTRE
    return not any(is_sealed(quiz) for quiz in others) and all(
        isinstance(each, Sealed) is seals for each in end
    )


def holds_every_key(course: Course) -> bool:
    """Whether every question of every quiz can be graded."""
    return not any(is_sealed(quiz) for quiz in course.quizzes())
