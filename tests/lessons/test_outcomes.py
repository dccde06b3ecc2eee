from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from uuid import UUID

import pytest

from lessons.catalogue import Catalogue
from lessons.drawing import drawn_questions
from lessons.outcomes import readings_and_results
from lessons.progress import Reading, Result
from lessons.records import AttemptFinished, Body, LearnerRegistered, LessonFinished, Record
from lessons.sealing import seal_quiz

if TYPE_CHECKING:
    from lessons.course import Course, Quiz

NOW = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)
ONE = UUID(int=1)


def _record(body: Body) -> Record:
    return Record(ONE, UUID(int=2), UUID(int=3), 1, NOW, body)


def _attempt(quiz: Quiz, right: int, claim: int | None = 1, revision: str = "") -> AttemptFinished:
    drawn = drawn_questions(quiz, 7)
    answers = tuple(
        (question.head.id, question.full_key() if number < right else None)
        for number, question in enumerate(drawn)
    )
    revision = revision or quiz.revision
    return AttemptFinished("ASN-99", 1, quiz.id, revision, 7, answers, 60, claim)


def _result(body: Body, server_score: int | None, *courses: Course) -> Result:
    readings, (result,) = readings_and_results([(_record(body), server_score)], Catalogue(courses))
    assert readings == ()
    assert (result.record, result.at, result.course) == (ONE, NOW, "ASN-99")
    return result


@pytest.fixture
def end_test(mini: Course) -> Quiz:
    assert mini.end_test
    return mini.end_test


def test_a_finished_lesson_is_a_reading(mini: Course) -> None:
    record = _record(LessonFinished("ASN-99", 1, "asn-99-01", 60))
    found = readings_and_results([(record, None)], Catalogue((mini,)))
    assert found == ((Reading(ONE, NOW, "ASN-99", "asn-99-01"),), ())


def test_registering_is_neither(mini: Course) -> None:
    record = _record(LearnerRegistered("Pak Seno", "1" * 18))
    assert readings_and_results([(record, None)], Catalogue((mini,))) == ((), ())


@pytest.mark.parametrize(("right", "score", "passed"), [(2, 100, True), (1, 50, False), (0, 0, 0)])
def test_an_attempt_is_graded_again(
    mini: Course, end_test: Quiz, right: int, score: int, passed: bool
) -> None:
    result = _result(_attempt(end_test, right), None, mini)
    assert (result.score, result.passed, result.jp) == (score, passed, 1)


def test_a_clock_set_back_by_a_flat_battery_does_not_move_jp_into_a_year_long_past(
    mini: Course, end_test: Quiz
) -> None:
    old = datetime(2009, 1, 1, tzinfo=UTC)
    record = Record(ONE, UUID(int=2), UUID(int=3), 1, old, _attempt(end_test, 2))
    _, (result,) = readings_and_results([(record, None)], Catalogue((mini,)))
    assert result.at == mini.released() == datetime(2026, 11, 23, tzinfo=UTC)


def test_the_score_of_the_server_wins(mini: Course, end_test: Quiz) -> None:
    result = _result(_attempt(end_test, 2), 69, mini)
    assert (result.score, result.passed) == (69, False)
    assert _result(_attempt(end_test, 0), 70, mini).passed


def test_another_revision_is_not_graded_here_and_the_claim_stands(
    mini: Course, end_test: Quiz
) -> None:
    attempt = _attempt(end_test, 2, claim=70, revision="0" * 16)
    result = _result(attempt, None, mini)
    assert (result.score, result.passed, result.jp) == (70, True, 1)
    assert _result(attempt, 40, mini).score == 40


def test_without_the_course_nothing_is_passed_yet(end_test: Quiz) -> None:
    result = _result(_attempt(end_test, 2, claim=100), None)
    assert (result.score, result.passed, result.jp) == (100, False, 0)


def test_without_the_key_the_server_must_grade_first(mini: Course, end_test: Quiz) -> None:
    sealed = seal_quiz(end_test, "garam")
    course = replace(mini, end_test=sealed)
    attempt = _attempt(sealed, 0, claim=None)
    waiting, graded = _result(attempt, None, course), _result(attempt, 80, course)
    assert (waiting.score, waiting.passed) == (None, False)
    assert (graded.score, graded.passed, graded.jp) == (80, True, 1)


def test_a_claim_of_another_revision_may_be_missing(mini: Course, end_test: Quiz) -> None:
    attempt = _attempt(end_test, 2, claim=None, revision="0" * 16)
    assert _result(attempt, None, mini).score is None


def test_practice_earns_no_jp(mini: Course) -> None:
    assert mini.lessons[0].quiz
    result = _result(_attempt(mini.lessons[0].quiz, 3), None, mini)
    assert (result.score, result.passed, result.jp) == (100, True, 0)
