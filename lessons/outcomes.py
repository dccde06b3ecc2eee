"""From records to what :func:`lessons.progress.fold` takes: lessons read and graded attempts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lessons.course import Quiz, QuizKind
from lessons.grading import grade_if_key_is_here
from lessons.progress import Reading, Result
from lessons.records import AttemptFinished, LessonFinished, Record

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lessons.catalogue import Catalogue


def readings_and_results(
    records: Iterable[tuple[Record, int | None]], catalogue: Catalogue
) -> tuple[tuple[Reading, ...], tuple[Result, ...]]:
    """Sort records into lessons read and attempts with a score.

    Args:
        records: Each with the server's score in whole percent, or None where it gave none.
        catalogue: The courses that are here.
    """
    readings: list[Reading] = []
    results: list[Result] = []
    for record, server_score in records:
        if isinstance(record.body, LessonFinished):
            readings.append(Reading(record.id, record.at, record.body.course, record.body.lesson))
        elif isinstance(record.body, AttemptFinished):
            results.append(_result(record, record.body, server_score, catalogue))
    return tuple(readings), tuple(results)


def score_of(attempt: AttemptFinished, server_score: int | None, quiz: Quiz | None) -> int | None:
    """The score that holds, in whole percent; None while it waits for the server to grade it.

    The server's always wins. Without it the attempt is graded here if the very same quiz is here;
    otherwise the claim stands until the server has spoken.
    """
    if server_score is not None:
        return server_score
    if quiz is not None and quiz.revision == attempt.revision:
        graded = grade_if_key_is_here(quiz, attempt.seed, attempt.answers)
        return graded.score if graded else None
    return attempt.claim


def _result(
    record: Record, attempt: AttemptFinished, server_score: int | None, catalogue: Catalogue
) -> Result:
    course = catalogue.course(attempt.course)
    quiz = course.quiz(attempt.quiz) if course else None
    score = score_of(attempt, server_score, quiz)
    earns = course is not None and quiz is not None and quiz.kind is QuizKind.END_TEST
    return Result(
        record=record.id,
        # A flat battery sets a PC's clock back by years; JP would fall into a year long past.
        at=max(record.at, course.released()) if course else record.at,
        course=attempt.course,
        quiz=attempt.quiz,
        score=score,
        # A score rounded down reaches a whole pass mark exactly when the exact score does. Of a
        # quiz that is not here the pass mark is unknown, so it does not count as passed yet.
        passed=quiz is not None and score is not None and score >= quiz.pass_mark,
        jp=course.jp if course and earns else 0,
    )
