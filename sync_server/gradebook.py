"""The courses as the server grades by them: every quiz by course, id and revision."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from lessons.course import Course, Quiz, QuizKind
from lessons.grading import grade_if_key_is_here

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lessons.records import AttemptFinished


@dataclass(frozen=True, slots=True)
class Score:
    """The server's own grade of an attempt.

    Attributes:
        score: Whole percent, rounded down.
        jp: JP that this attempt earns; 0 unless it passed an end test.
    """

    score: int
    passed: bool
    jp: int
    end_test: bool


_LONG_AGO = datetime.min.replace(tzinfo=UTC)


class Gradebook:
    """Grades attempts whose course, version and quiz revision are known here."""

    def __init__(self, courses: Iterable[Course]) -> None:
        self.courses = tuple(courses)
        self._newest: dict[str, int] = {}
        self._released: dict[str, datetime] = {}
        self._quizzes: dict[tuple[str, str, str], tuple[Quiz, int]] = {}
        for course in self.courses:
            self._newest[course.code] = max(course.version, self._newest.get(course.code, 0))
            first = self._released.get(course.code, course.released())
            self._released[course.code] = min(course.released(), first)
            for quiz in course.quizzes():
                jp = course.jp if quiz.kind is QuizKind.END_TEST else 0
                self._quizzes[course.code, quiz.id, quiz.revision] = (quiz, jp)

    def grade(self, attempt: AttemptFinished) -> Score | None:
        """Grade from the raw answers; None while that revision is not here with its key."""
        known = self._quizzes.get((attempt.course, attempt.quiz, attempt.revision))
        if known is None or attempt.version > self._newest[attempt.course]:
            return None
        quiz, jp = known
        grade = grade_if_key_is_here(quiz, attempt.seed, attempt.answers)
        if grade is None:
            return None
        end_test = quiz.kind is QuizKind.END_TEST
        return Score(grade.score, grade.passed, jp if grade.passed else 0, end_test)

    def released(self, course: str) -> datetime:
        """The earliest moment at which anybody can have worked in a course, any version of it."""
        return self._released.get(course, _LONG_AGO)

    def titles(self) -> dict[str, str]:
        """Titles of the courses that are here, by code."""
        return {course.code: course.title for course in self.courses}
