"""Whether questions are sound, apart, and not to be guessed by their form."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from math import sqrt
from typing import TYPE_CHECKING

import pytest

from lessons.questions.multiple_choice import MultipleChoice
from lessons.questions.single_choice import SingleChoice
from lessons.questions.true_false import TrueFalse
from tests.lessons.courses.curriculum import courses, questions, quizzes, words

if TYPE_CHECKING:
    from lessons.course import Course
    from lessons.questions.options import Option

NEARLY_THE_SAME = 0.8
FEWEST_WORDS = 8


@pytest.mark.parametrize("course", courses(), ids=lambda course: course.code)
def test_every_question_has_one_sure_key(course: Course) -> None:
    for question in questions(course):
        assert question.grade(question.full_key()).score == 1
        options = _options(question)
        texts = [" ".join(words(option.text)) or option.text for option in options]
        assert len(set(texts)) == len(texts), question.head.id


@pytest.mark.parametrize("course", courses(), ids=lambda course: course.code)
def test_every_question_explains_itself_and_each_option(course: Course) -> None:
    for question in questions(course):
        assert question.head.explanation, question.head.id
        for option in _options(question):
            assert option.feedback, f"{question.head.id} {option.id}"
            assert option.feedback.casefold().rstrip(".") not in ("salah", "benar")


def test_no_two_questions_are_nearly_the_same() -> None:
    asked = [
        (question.head.id, frozenset(words(f"{question.head.text} {_answers(question)}")))
        for _, quiz in quizzes()
        for question in quiz.questions
    ]
    long = [(name, found) for name, found in asked if len(found) >= FEWEST_WORDS]
    alike = [
        (one, other)
        for (one, left), (other, right) in combinations(long, 2)
        if len(left & right) > NEARLY_THE_SAME * len(left | right)
    ]
    assert alike == []


@pytest.mark.parametrize("course", courses(), ids=lambda course: course.code)
def test_the_key_is_spread_over_the_letters(course: Course) -> None:
    keys = Counter(question.full_key() for question in _single(course))
    share = {letter: keys[letter] / keys.total() for letter in "abcd"}
    assert all(0.15 <= each <= 0.35 for each in share.values()), share


@pytest.mark.parametrize("course", courses(), ids=lambda course: course.code)
def test_the_key_is_not_the_longest_more_often_than_by_chance(course: Course) -> None:
    found = _single(course)
    longest = sum(_is_longest(question) for question in found)
    chances = [1 / len(question.options) for question in found]
    spread = sqrt(sum(chance * (1 - chance) for chance in chances))
    assert longest <= sum(chances) + 2 * spread, f"{longest} of {len(found)}"


@pytest.mark.parametrize("course", courses(), ids=lambda course: course.code)
def test_about_half_of_the_statements_are_false(course: Course) -> None:
    found = [each.statement for each in questions(course) if isinstance(each, TrueFalse)]
    assert 0.3 <= sum(found) / len(found) <= 0.7


@pytest.mark.parametrize("course", courses(), ids=lambda course: course.code)
def test_no_option_stands_for_all_or_none(course: Course) -> None:
    for question in questions(course):
        for option in _options(question):
            text = option.text.casefold()
            assert not text.startswith(("semua benar", "semua jawaban", "tidak ada yang benar"))


def _single(course: Course) -> list[SingleChoice]:
    return [each for each in questions(course) if isinstance(each, SingleChoice)]


def _options(question: object) -> tuple[Option, ...]:
    return question.options if isinstance(question, SingleChoice | MultipleChoice) else ()


def _answers(question: object) -> str:
    return " ".join(option.text for option in _options(question))


def _is_longest(question: SingleChoice) -> bool:
    lengths = {option.id: len(option.text) for option in question.options}
    key = lengths.pop(question.full_key())
    return key > max(lengths.values())
