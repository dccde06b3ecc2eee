from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from uuid import UUID, uuid5

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.progress import WIB, Progress, QuizProgress, Reading, Result, fold

START = datetime(2026, 1, 1, tzinfo=UTC)
NAMES = UUID(int=0)


def _result(
    number: int,
    score: int | None = 80,
    passed: bool = True,
    jp: int = 3,
    *,
    at: datetime = START,
    course: str = "ASN-05",
    quiz: str = "asn-05-akhir",
) -> Result:
    return Result(uuid5(NAMES, str(number)), at, course, quiz, score, passed, jp)


READINGS = st.lists(
    st.builds(
        Reading,
        record=st.uuids(),
        at=st.just(START),
        course=st.just("ASN-05"),
        lesson=st.sampled_from(["asn-05-01", "asn-05-02"]),
    )
)
RESULTS = st.lists(
    st.builds(
        Result,
        record=st.uuids(),
        at=st.datetimes(datetime(2025, 12, 30), datetime(2027, 1, 2), timezones=st.just(UTC)),  # noqa: DTZ001
        course=st.sampled_from(["ASN-01", "ASN-05"]),
        quiz=st.sampled_from(["latihan", "akhir"]),
        score=st.none() | st.integers(0, 100),
        passed=st.booleans(),
        jp=st.sampled_from([0, 3]),
    ),
    max_size=12,
    unique_by=lambda result: result.record,
)


@given(READINGS, RESULTS, st.data())
def test_order_and_repetition_change_nothing(
    readings: list[Reading], results: list[Result], data: st.DataObject
) -> None:
    shuffled = data.draw(st.permutations(results + results[:3]))
    turned = data.draw(st.permutations(readings + readings[:3]))
    assert fold(turned, shuffled) == fold(readings, results)


@given(RESULTS, RESULTS)
def test_more_records_never_take_anything_away(first: list[Result], more: list[Result]) -> None:
    before, after = fold([], first), fold([], first + more)
    for quiz, progress in before.quizzes.items():
        assert after.quizzes[quiz].attempts >= progress.attempts
        assert (after.quizzes[quiz].best_score or 0) >= (progress.best_score or 0)
        assert after.quizzes[quiz].passed >= progress.passed
        assert after.quizzes[quiz].waiting >= progress.waiting
    assert before.passed_on.keys() <= after.passed_on.keys()
    assert before.jp_by_year.keys() <= after.jp_by_year.keys()


def test_nothing_was_done() -> None:
    assert fold([], []) == Progress(frozenset(), {}, {}, {})


def test_lessons_count_once() -> None:
    again = [Reading(UUID(int=number), START, "ASN-05", "asn-05-01") for number in (1, 2)]
    assert fold(again, []).lessons == {"asn-05-01"}


def test_first_and_best_score_are_kept() -> None:
    results = [
        _result(3, 70, at=START + timedelta(days=2)),
        _result(1, 40, passed=False),
        _result(2, 90, at=START + timedelta(days=1)),
    ]
    assert fold([], results).quizzes == {"asn-05-akhir": QuizProgress(3, 40, 90, True)}


def test_a_course_counts_once_a_year() -> None:
    results = [_result(1), _result(2, at=START + timedelta(days=9))]
    assert fold([], results).jp_by_year == {2026: 3}


def test_a_pass_without_jp_is_no_end_test() -> None:
    progress = fold([], [_result(1, jp=0)])
    assert (progress.passed_on, progress.jp_by_year) == ({}, {})
    assert progress.quizzes["asn-05-akhir"].passed


@pytest.mark.parametrize(
    ("at", "year"),
    [
        (datetime(2026, 12, 31, 16, 59, tzinfo=UTC), 2026),
        (datetime(2026, 12, 31, 17, 0, tzinfo=UTC), 2027),
        (datetime(2027, 1, 1, 1, 0, tzinfo=timezone(timedelta(hours=9))), 2026),
    ],
)
def test_the_year_is_that_of_western_indonesia(at: datetime, year: int) -> None:
    progress = fold([], [_result(1, at=at)])
    assert progress.jp_by_year == {year: 3}
    assert progress.passed_on["ASN-05"] == at
    assert progress.passed_on["ASN-05"].tzinfo is WIB


def test_jp_of_several_courses_and_years_add_up() -> None:
    results = [
        _result(1),
        _result(2, course="ASN-01", jp=2),
        _result(3, at=START + timedelta(days=400)),
        _result(4, passed=False, course="ASN-02"),
    ]
    assert fold([], results).jp_by_year == {2026: 5, 2027: 3}


def test_an_attempt_that_waits_for_its_grade_has_no_score_and_passes_nothing() -> None:
    waiting = _result(1, score=None, passed=False)
    progress = fold([], [waiting]).quizzes["asn-05-akhir"]
    assert (progress.attempts, progress.first_score, progress.best_score) == (1, None, None)
    assert (progress.passed, progress.waiting) == (False, 1)
    graded = fold([], [waiting, _result(2, score=60, passed=False)]).quizzes["asn-05-akhir"]
    assert (graded.best_score, graded.waiting) == (60, 1)
