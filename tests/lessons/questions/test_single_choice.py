from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from lessons.questions.single_choice import SingleChoice
from tests.lessons.building import head, options
from tests.lessons.questions.parsing import FIRST_ANSWER, parse, problem_of

if TYPE_CHECKING:
    from lessons.records import RawAnswer

QUESTION = SingleChoice(head(), options("b"))


@pytest.mark.parametrize(
    ("answer", "score"),
    [("b", 1), ("a", 0), ("B", 0), ("", 0), (None, 0), (["b"], 0), ({"b": "b"}, 0), ("ab", 0)],
)
def test_only_the_key_scores(answer: RawAnswer, score: int) -> None:
    assert QUESTION.grade(answer).score == score
    assert QUESTION.grade(answer).right is (score == 1)


def test_feedback_is_that_of_the_chosen_option() -> None:
    assert QUESTION.feedback("a") == ("Umpan a",)
    assert QUESTION.feedback(None) == ()
    assert QUESTION.feedback(["a"]) == ()
    assert QUESTION.feedback("z") == ()


def test_graded_content_tells_right_from_wrong_and_nothing_else() -> None:
    assert QUESTION.graded_content() == {
        "kind": "single-choice",
        "options": {"a": False, "b": True, "c": False, "d": False},
    }


def test_fixed_options_stay_last() -> None:
    question = SingleChoice(head(), options("b", "abcd", fixed="a"))
    form = question.form(lambda _, ids: tuple(reversed(ids)))
    assert [choice.id for choice in form.choices] == ["d", "c", "b", "a"]
    assert (form.question, form.kind, form.title, form.text) == (
        "q",
        "single-choice",
        "Judul",
        "Teks?",
    )


PARTLY = "- ( ) a) Satu {nilai=50}\n- (x) b) Dua\n- ( ) c) Tiga {tetap nilai=1/3}\n- ( ) d) Empat"


@pytest.mark.parametrize(
    ("answer", "score"),
    [("a", Fraction(1, 2)), ("b", 1), ("c", Fraction(1, 3)), ("d", 0), ("e", 0), (["a"], 0)],
)
def test_an_option_may_be_worth_a_part(answer: RawAnswer, score: Fraction) -> None:
    question = parse(PARTLY)
    assert question.grade(answer).score == score
    assert question.grade(answer).right is (score == 1)
    assert question.full_key() == "b"
    assert list(question.answer_lines()) == PARTLY.split("\n")


def test_what_an_option_is_worth_is_graded_content() -> None:
    assert parse(PARTLY).graded_content() == {
        "kind": "single-choice",
        "options": {"a": False, "b": True, "c": False, "d": False},
        "values": {"a": "50", "c": "1/3"},
    }


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("- ( ) b) Dua {nilai=100}", "“nilai=100” tidak berlaku pada pilihan b)"),
        ("- ( ) b) Dua {nilai=-25}", "“nilai=-25” tidak berlaku pada pilihan b)"),
    ],
)
def test_a_wrong_option_is_worth_less_than_all(line: str, message: str) -> None:
    problem = problem_of(f"- (x) a) Satu\n{line}")
    assert message in problem.message
    assert "0 sampai 99" in problem.hint


def test_the_key_needs_no_value() -> None:
    problem = problem_of("- (x) a) Satu {nilai=60}\n- ( ) b) Dua")
    assert "tidak berlaku pada pilihan a)" in problem.message


def test_a_value_that_can_not_be_read_is_told_at_its_line() -> None:
    problem = problem_of("- (x) a) Satu\n- ( ) b) Dua {nilai=33.3}")
    assert (problem.line, problem.message) == (
        FIRST_ANSWER + 1,
        "“nilai=33.3” tidak dapat dibaca.",
    )
