"""Attempts as people make them: minutes apart, with answers that are mostly right."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, cast

from lessons.catalogue import bundled_root, load_catalogue
from lessons.drawing import drawn_questions
from lessons.grading import grade_attempt
from lessons.questions.case import Case
from lessons.questions.ordering import KIND as ORDERING
from lessons.records import AttemptFinished

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from uuid import UUID

    from desktop.storage.store import Store
    from lessons.course import Course, Quiz
    from lessons.questions.base import Choice, Form, Question
    from lessons.records import PartAnswer, RawAnswer

ANSWERS_OF_A_PRACTICE = 5
_COURSE = "ASN-05"
_RIGHT = 0.8
_LONG_AGO = timedelta(days=60)


class Pace:
    """A clock that goes on by some minutes whenever somebody has finished something."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._now = datetime.now(UTC) - _LONG_AGO

    def __call__(self) -> datetime:
        """The time."""
        return self._now

    def go_on(self) -> None:
        """Some minutes pass."""
        self._now += timedelta(seconds=self._chance.randint(120, 1200))


def bundled_course() -> Course:
    """A course of those that come with the program."""
    course = load_catalogue(bundled_root()).course(_COURSE)
    assert course
    return course


def practices(course: Course) -> list[Quiz]:
    """The practice quizzes, each of which draws ``ANSWERS_OF_A_PRACTICE`` questions."""
    quizzes = [lesson.quiz for lesson in course.lessons if lesson.quiz]
    assert {quiz.draw_count for quiz in quizzes} == {ANSWERS_OF_A_PRACTICE}
    return quizzes


def attempts(course: Course, chance: random.Random) -> Iterator[AttemptFinished]:
    """Attempts at the practice quizzes in turn, without end."""
    quizzes = practices(course)
    while True:
        for quiz in quizzes:
            yield _attempt(course, quiz, chance)


def study(store: Store, people: Sequence[UUID], count: int, pace: Pace, seed: int) -> None:
    """Let people take so many practice quizzes on a PC, answer by answer."""
    chance = random.Random(seed)
    made = attempts(bundled_course(), chance)
    for _ in range(count):
        _take(store, chance.choice(people), next(made))
        pace.go_on()


def _take(store: Store, learner: UUID, attempt: AttemptFinished) -> None:
    begun = store.begin_attempt(
        learner, attempt.course, attempt.version, attempt.quiz, attempt.revision, attempt.seed
    )
    for question, answer in attempt.answers:
        store.keep_answer(begun.id, question, answer, attempt.seconds)
    drawn = tuple(question for question, _ in attempt.answers)
    store.finish_attempt(begun.id, drawn, attempt.seconds, attempt.claim)


def _attempt(course: Course, quiz: Quiz, chance: random.Random) -> AttemptFinished:
    seed = chance.getrandbits(32)
    drawn = drawn_questions(quiz, seed)
    answers = tuple((question.head.id, _answer(question, chance)) for question in drawn)
    return AttemptFinished(
        course=course.code,
        version=course.version,
        quiz=quiz.id,
        revision=quiz.revision,
        seed=seed,
        answers=answers,
        seconds=chance.randint(60, 600),
        claim=grade_attempt(quiz, seed, answers).score,
    )


def _answer(question: Question, chance: random.Random) -> RawAnswer:
    if isinstance(question, Case):
        parts = ((part.head.id, _answer(part, chance)) for part in question.parts)
        return {name: cast("PartAnswer", answer) for name, answer in parts}
    if chance.random() < _RIGHT:
        return question.full_key()
    return _slip(question.form(lambda _, ids: ids), question.full_key(), chance)


def _slip(form: Form, key: RawAnswer, chance: random.Random) -> RawAnswer:
    """An answer of the right kind that somebody gives who does not know."""
    if form.places:
        of = {place.id: place.choices or form.choices for place in form.places}
        return {place: _guess(choices, chance) for place, choices in of.items()}
    if isinstance(key, list) and form.kind == ORDERING:
        return chance.sample(key, len(key))
    wrong = _guess(form.choices, chance)
    return [wrong] if isinstance(key, list) else wrong


def _guess(choices: tuple[Choice, ...], chance: random.Random) -> str:
    return chance.choice(choices).id if choices else str(chance.randint(1, 99))
