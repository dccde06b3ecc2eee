"""The one grader: a PC and the server both grade raw answers here."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from lessons.drawing import drawn_questions
from lessons.questions.base import Grade, Question
from lessons.sealing import is_sealed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lessons.course import Quiz
    from lessons.records import RawAnswer

_PERCENT = 100


@dataclass(frozen=True, slots=True)
class AttemptGrade:
    """What an attempt is worth.

    Attributes:
        score: Whole percent, rounded down.
        passed: Whether the exact score reached the pass mark.
        by_question: Question id and grade of each drawn question, in the order shown.
    """

    score: int
    passed: bool
    by_question: tuple[tuple[str, Grade], ...]


def grade(question: Question, answer: RawAnswer) -> Grade:
    """Grade one raw answer; none at all, or one of the wrong shape, is worth 0."""
    return question.grade(answer)


def grade_if_key_is_here(
    quiz: Quiz, seed: int, answers: Iterable[tuple[str, RawAnswer]]
) -> AttemptGrade | None:
    """Grade an attempt; None where the quiz is sealed, so that only the server can grade it."""
    return None if is_sealed(quiz) else grade_attempt(quiz, seed, answers)


def grade_attempt(quiz: Quiz, seed: int, answers: Iterable[tuple[str, RawAnswer]]) -> AttemptGrade:
    """Grade an attempt at a quiz with its key from the raw answers.

    The questions that the seed draws decide what counts, each with its weight: an answer to any
    other question is ignored, a missing one is worth 0, and of several to one question the first
    counts.
    """
    given = _first_of_each(answers)
    drawn = drawn_questions(quiz, seed)
    grades = tuple((each.head.id, grade(each, given.get(each.head.id))) for each in drawn)
    weights = [question.head.weight for question in drawn]
    exact = _percent([each.score for _, each in grades], weights)
    return AttemptGrade(int(exact), exact >= quiz.pass_mark, grades)


def _first_of_each(answers: Iterable[tuple[str, RawAnswer]]) -> dict[str, RawAnswer]:
    given: dict[str, RawAnswer] = {}
    for question_id, answer in answers:
        given.setdefault(question_id, answer)
    return given


def _percent(scores: list[Fraction], weights: list[int]) -> Fraction:
    earned = sum((s * w for s, w in zip(scores, weights, strict=True)), Fraction(0))
    return _PERCENT * earned / max(1, sum(weights))
