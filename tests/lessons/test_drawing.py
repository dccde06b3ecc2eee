from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from lessons.drawing import draw, drawn_ids
from lessons.questions.single_choice import SingleChoice
from lessons.reader import read_course
from lessons.records import to_json
from tests.lessons.building import SEEDS, WHOLE, head, options, quiz_of, quizzes

if TYPE_CHECKING:
    from lessons.course import Course, Quiz


REFERENCE = Path(__file__).parent / "_reference"


def test_the_same_seed_draws_the_same_quiz_for_ever(mini: Course) -> None:
    assert mini.end_test
    assert drawn_ids(mini.end_test, 7) == ("akhir-kapan", "akhir-urutan")
    assert drawn_ids(mini.end_test, 2**32 - 1) == ("akhir-kapan", "akhir-tempat")
    assert [choice.id for choice in draw(mini.end_test, 7)[0].choices] == ["b", "c", "a"]


@pytest.mark.parametrize("seed", [0, 7, 2**32 - 1])
def test_every_platform_and_python_draws_the_same_bytes(seed: int) -> None:
    """To write the golden file anew, delete it and run the test once, which then fails."""
    golden = REFERENCE / f"drawn-{seed}.jsonl"
    practice = read_course(WHOLE).lessons[0].quiz
    assert practice
    drawn = b"\n".join(to_json(form) for form in draw(practice, seed)) + b"\n"
    if not golden.exists():
        golden.write_bytes(drawn)
        pytest.fail(f"{golden.name} was written; read it through")
    assert drawn == golden.read_bytes()


def test_over_many_seeds_every_question_comes_first(mini: Course) -> None:
    assert mini.end_test
    first = {drawn_ids(mini.end_test, seed)[0] for seed in range(100)}
    assert first == {question.head.id for question in mini.end_test.questions}


@given(quizzes(), SEEDS)
def test_draws_as_many_as_asked_and_none_twice(quiz: Quiz, seed: int) -> None:
    ids = drawn_ids(quiz, seed)
    assert len(set(ids)) == len(ids) == quiz.draw_count
    assert ids == tuple(form.question for form in draw(quiz, seed))


@given(quizzes(), SEEDS)
def test_the_order_of_the_author_decides_nothing(quiz: Quiz, seed: int) -> None:
    quiz = replace(quiz, shuffle_questions=True)
    turned = replace(quiz, questions=tuple(reversed(quiz.questions)))
    assert drawn_ids(turned, seed) == drawn_ids(quiz, seed)


@given(quizzes(), SEEDS)
def test_without_shuffling_everything_stays_in_the_order_of_the_author(
    quiz: Quiz, seed: int
) -> None:
    plain = replace(quiz, shuffle_questions=False, shuffle_options=False)
    order = [question.head.id for question in plain.questions]
    assert list(drawn_ids(plain, seed)) == sorted(drawn_ids(plain, seed), key=order.index)
    assert set(drawn_ids(plain, seed)) == set(drawn_ids(quiz, seed))
    assert all(
        form == question.form(lambda _, ids: ids)
        for form in draw(plain, seed)
        for question in plain.questions
        if question.head.id == form.question
    )


@pytest.mark.parametrize("seed", range(20))
def test_fixed_options_stay_last(seed: int) -> None:
    quiz = quiz_of(SingleChoice(head(), options("b", "abcd", fixed="a")))
    assert draw(quiz, seed)[0].choices[-1].id == "a"
