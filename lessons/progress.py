"""Progress, passes and JP, derived from records alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from uuid import UUID

WIB = timezone(timedelta(hours=7), "WIB")
"""Waktu Indonesia Barat: JP counts in the calendar year of the pass by this clock."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A lesson that was finished."""

    record: UUID
    at: datetime
    course: str
    lesson: str


@dataclass(frozen=True, slots=True)
class Result:
    """An attempt that was sent.

    Attributes:
        score: Whole percent, rounded down, so that 69.6 never reads as a 70 that did not pass; None
            while it waits for the server to grade it.
        passed: Whether the exact score reached the pass mark.
        jp: JP that passing this quiz earns; 0 for anything but an end test.
    """

    record: UUID
    at: datetime
    course: str
    quiz: str
    score: int | None
    passed: bool
    jp: int


@dataclass(frozen=True, slots=True)
class QuizProgress:
    """One quiz of one learner.

    Attributes:
        attempts: How many were sent so far.
        first_score: Of the first attempt, in percent; None while it waits for its grade.
        best_score: In percent; None while no attempt is graded.
        waiting: How many attempts wait for the server to grade them.
    """

    attempts: int
    first_score: int | None
    best_score: int | None
    passed: bool
    waiting: int = 0


@dataclass(frozen=True, slots=True)
class Progress:
    """Everything a learner has reached.

    Attributes:
        lessons: Ids of the lessons that were finished.
        quizzes: By quiz id.
        passed_on: By course code, the moment (WIB) of the first passed end test.
        jp_by_year: By calendar year in WIB; a course counts once a year.
    """

    lessons: frozenset[str]
    quizzes: Mapping[str, QuizProgress]
    passed_on: Mapping[str, datetime]
    jp_by_year: Mapping[int, int]


def fold(readings: Iterable[Reading], results: Iterable[Result]) -> Progress:
    """Derive progress; order and repetition of the input change nothing."""
    done = sorted({result.record: result for result in results}.values(), key=_moment)
    passes = [result for result in done if result.passed and result.jp]
    return Progress(
        lessons=frozenset(reading.lesson for reading in readings),
        quizzes=_quizzes(done),
        passed_on=_passed_on(passes),
        jp_by_year=_jp_by_year(passes),
    )


def _moment(result: Result) -> tuple[datetime, UUID]:
    return result.at.astimezone(UTC), result.record


def _quizzes(results: list[Result]) -> dict[str, QuizProgress]:
    by_quiz: dict[str, list[Result]] = {}
    for result in results:
        by_quiz.setdefault(result.quiz, []).append(result)
    return {quiz: _summary(attempts) for quiz, attempts in by_quiz.items()}


def _summary(attempts: list[Result]) -> QuizProgress:
    scores = [attempt.score for attempt in attempts if attempt.score is not None]
    return QuizProgress(
        attempts=len(attempts),
        first_score=attempts[0].score,
        best_score=max(scores, default=None),
        passed=any(attempt.passed for attempt in attempts),
        waiting=len(attempts) - len(scores),
    )


def _passed_on(passes: list[Result]) -> dict[str, datetime]:
    first: dict[str, datetime] = {}
    for result in passes:
        first.setdefault(result.course, result.at.astimezone(WIB))
    return first


def _jp_by_year(passes: list[Result]) -> dict[int, int]:
    counted = {(result.at.astimezone(WIB).year, result.course): result.jp for result in passes}
    by_year: dict[int, int] = {}
    for (year, _), jp in counted.items():
        by_year[year] = by_year.get(year, 0) + jp
    return by_year
