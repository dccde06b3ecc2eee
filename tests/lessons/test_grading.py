from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.drawing import drawn_ids
from lessons.grading import grade, grade_attempt
from lessons.questions.multiple_choice import MultipleChoice, Scoring
from lessons.questions.single_choice import SingleChoice
from lessons.questions.true_false import TrueFalse
from tests.lessons.building import SEEDS, head, options, quiz_of, quizzes

if TYPE_CHECKING:
    from lessons.course import Quiz
    from lessons.records import RawAnswer

THREE = quiz_of(
    SingleChoice(head("satu"), options("a")),
    MultipleChoice(head("dua"), options("ab"), Scoring.PER_OPTION),
    TrueFalse(head("tiga"), True, "", ""),
)


def _all_right(quiz: Quiz) -> list[tuple[str, RawAnswer]]:
    return [(question.head.id, question.full_key()) for question in quiz.questions]


@given(quizzes(), SEEDS)
def test_all_right_is_a_pass_with_100(quiz: Quiz, seed: int) -> None:
    result = grade_attempt(quiz, seed, _all_right(quiz))
    assert (result.score, result.passed) == (100, True)
    assert tuple(question for question, _ in result.by_question) == drawn_ids(quiz, seed)


@given(quizzes(), SEEDS)
def test_no_answers_is_0(quiz: Quiz, seed: int) -> None:
    result = grade_attempt(quiz, seed, [])
    assert (result.score, result.passed) == (0, quiz.pass_mark == 0)


@given(quizzes(), SEEDS, st.data())
def test_the_order_of_answers_changes_nothing(quiz: Quiz, seed: int, data: st.DataObject) -> None:
    answers = _all_right(quiz)[: data.draw(st.integers(0, len(quiz.questions)))]
    shuffled = data.draw(st.permutations(answers))
    assert grade_attempt(quiz, seed, shuffled) == grade_attempt(quiz, seed, answers)


@pytest.mark.parametrize(
    ("answers", "score"),
    [
        ([("satu", "a"), ("dua", ["a"]), ("tiga", "benar")], 83),
        ([("satu", "a"), ("tiga", "benar")], 66),
        ([("dua", ["a"])], 16),
        ([("satu", "b"), ("satu", "a")], 0),
        ([("satu", "a"), ("satu", "b")], 33),
        ([("lain", "a"), ("", None)], 0),
        ([("satu", ["a"]), ("dua", "a"), ("tiga", None)], 0),
    ],
)
def test_scores_are_rounded_down(answers: list[tuple[str, RawAnswer]], score: int) -> None:
    assert grade_attempt(THREE, 1, answers).score == score


def test_an_answer_to_a_question_that_was_not_drawn_is_ignored() -> None:
    quiz = quiz_of(*THREE.questions, draw=1)
    (drawn,) = drawn_ids(quiz, 3)
    others = [(question, answer) for question, answer in _all_right(quiz) if question != drawn]
    assert grade_attempt(quiz, 3, others).score == 0
    assert grade_attempt(quiz, 3, [*others, *_all_right(quiz)]).score == 100


def test_the_exact_score_decides_a_pass() -> None:
    answers: list[tuple[str, RawAnswer]] = [("satu", "a"), ("tiga", "benar")]
    assert grade_attempt(quiz_of(*THREE.questions, pass_mark=66), 1, answers).passed
    assert not grade_attempt(quiz_of(*THREE.questions, pass_mark=67), 1, answers).passed


def test_one_question_is_graded_by_its_type() -> None:
    assert grade(THREE.questions[0], "a").right
    assert not grade(THREE.questions[0], None).right
