"""What comes next, from real records, drafts and places in a real store."""

from __future__ import annotations

import itertools
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop.services.jp import jp_standing
from desktop.services.outcome import derive_outcome
from desktop.services.overview import NextLesson, NextQuiz, Overview, derive_overview
from desktop.services.running import begin_quiz, send_quiz
from desktop.storage.model import Learner, Place
from desktop.storage.store import Store
from lessons.catalogue import Catalogue, load_catalogue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lessons.course import Course, Quiz
    from lessons.records import Record

NOW = datetime(2026, 12, 31, 20, 0, tzinfo=UTC)
"""Already 2027 in Dumai."""


class Clock:
    """The PC's clock; may be set."""

    def __init__(self) -> None:
        self.time = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.time


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Iterator[Store]:
    count = itertools.count(1)
    made = Store.open(tmp_path, clock, lambda size: next(count).to_bytes(size, "big"))
    yield made
    made.close()


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue(Path(__file__).parents[2] / "courses")


@pytest.fixture
def course(catalogue: Catalogue) -> Course:
    return catalogue.courses[0]


@pytest.fixture
def end_test(course: Course) -> Quiz:
    assert course.end_test is not None
    return course.end_test


@pytest.fixture
def learner(store: Store) -> Learner:
    return store.register("Siti Rahmawati", "198503122010012004")


def do_quiz(store: Store, learner: Learner, course: Course, quiz: Quiz, *, right: bool) -> Record:
    running = begin_quiz(store, learner, course, quiz, 7)
    keys = {question.head.id: question.full_key() for question in quiz.questions}
    for form in running.forms if right else ():
        store.keep_answer(running.attempt.id, form.question, keys[form.question], 1)
    return send_quiz(store, running, 9)


def overview(store: Store, learner: Learner, catalogue: Catalogue) -> Overview:
    return derive_overview(store, learner, catalogue, NOW)


def test_at_first_the_first_lesson_comes(
    store: Store, learner: Learner, catalogue: Catalogue
) -> None:
    step = overview(store, learner, catalogue).next
    assert isinstance(step, NextLesson)
    assert (step.lesson.id, step.begun) == ("asn-99-01", False)


def test_a_finished_lesson_is_not_offered_again(
    store: Store, learner: Learner, catalogue: Catalogue
) -> None:
    store.keep_place(learner.id, Place("ASN-99", "asn-99-02", 0.3, NOW))
    store.finish_lesson(learner.id, "ASN-99", 1, "asn-99-02", 9)
    step = overview(store, learner, catalogue).next
    assert isinstance(step, NextLesson)
    assert step.lesson.id == "asn-99-01"


def test_the_attempt_begun_last_comes_first(
    store: Store, learner: Learner, catalogue: Catalogue, course: Course, end_test: Quiz
) -> None:
    practice = course.lessons[0].quiz
    assert practice is not None
    begin_quiz(store, learner, course, end_test, 1)
    begin_quiz(store, learner, course, practice, 2)
    step = overview(store, learner, catalogue).next
    assert isinstance(step, NextQuiz)
    assert step.quiz.id == practice.id


def test_an_attempt_at_another_revision_is_not_gone_on_with(
    store: Store, learner: Learner, catalogue: Catalogue
) -> None:
    store.begin_attempt(learner.id, "ASN-99", 1, "asn-99-akhir", "veraltet", 3)
    step = overview(store, learner, catalogue).next
    assert isinstance(step, NextLesson)


def test_jp_counts_in_the_year_of_dumai(
    store: Store,
    learner: Learner,
    catalogue: Catalogue,
    course: Course,
    end_test: Quiz,
    clock: Clock,
) -> None:
    do_quiz(store, learner, course, end_test, right=True)
    assert overview(store, learner, catalogue).jp.gathered == 0
    clock.time = NOW
    record = do_quiz(store, learner, course, end_test, right=True)
    assert overview(store, learner, catalogue).jp == jp_standing("", 2027, 1)
    outcome = derive_outcome(store, learner, catalogue, course, record.id)
    assert (outcome.year, outcome.jp_gained, outcome.jp_known) == (2027, 1, 0)


def test_attempts_are_counted_although_the_clock_went_back(
    store: Store,
    learner: Learner,
    catalogue: Catalogue,
    course: Course,
    end_test: Quiz,
    clock: Clock,
) -> None:
    first = do_quiz(store, learner, course, end_test, right=False)
    clock.time = datetime(2026, 1, 1, tzinfo=UTC)
    second = do_quiz(store, learner, course, end_test, right=True)
    numbers = [
        derive_outcome(store, learner, catalogue, course, record.id).number
        for record in (first, second)
    ]
    assert numbers == [1, 2]


def test_another_person_sees_nothing_of_it(
    store: Store, learner: Learner, catalogue: Catalogue, course: Course, end_test: Quiz
) -> None:
    other = store.register("Budi Santoso", "199106302015021007")
    record = do_quiz(store, learner, course, end_test, right=True)
    theirs = overview(store, other, catalogue)
    assert theirs.courses[0].end_test is not None
    assert theirs.courses[0].end_test.progress is None
    with pytest.raises(Exception, match="tidak ada di komputer ini"):
        derive_outcome(store, other, catalogue, course, record.id)


def test_sending_twice_gives_the_same_record(
    store: Store, learner: Learner, course: Course, end_test: Quiz
) -> None:
    running = begin_quiz(store, learner, course, end_test, 7)
    assert send_quiz(store, running, 5) == send_quiz(store, running, 6)


def test_what_was_missed_is_named_in_the_order_of_the_course(
    store: Store, learner: Learner, catalogue: Catalogue, course: Course, end_test: Quiz
) -> None:
    record = do_quiz(store, learner, course, end_test, right=False)
    outcome = derive_outcome(store, learner, catalogue, course, record.id)
    named = [f"{each.lesson.id}#{each.heading.id}" for each in outcome.reread]
    tested = {question.head.tests for question in end_test.questions}
    assert named
    assert set(named) <= tested
    assert named == sorted(named, key=lambda name: name.partition("#")[0])
    assert outcome.questions == ()
