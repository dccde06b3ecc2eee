from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.drawing import option_order
from lessons.questions.number import Number, Range
from lessons.questions.registry import asks_again
from tests.lessons.building import head
from tests.lessons.questions.parsing import FIRST_ANSWER, parse, problem_of, problems_of

if TYPE_CHECKING:
    from lessons.records import RawAnswer

QUESTION = Number(
    head(),
    (
        Range(Fraction(3), Fraction(3), feedback="Tepat."),
        Range(Fraction(2), Fraction(4), Fraction(1, 2), "Hampir."),
    ),
    "hari",
)


@pytest.mark.parametrize(
    ("answer", "score"),
    [
        *(("3", 1), ("3,0 Hari", 1), ("2", Fraction(1, 2)), ("3,9", Fraction(1, 2)), ("4,1", 0)),
        *(("3.0", 0), ("tiga", 0), ("", 0), (None, 0), (["3"], 0), ({"1": "3"}, 0)),
    ],
)
def test_the_best_range_counts(answer: RawAnswer, score: Fraction) -> None:
    assert QUESTION.grade(answer).score == score


def test_feedback_is_that_of_the_best_range() -> None:
    assert QUESTION.feedback("3") == ("Tepat.",)
    assert QUESTION.feedback("2") == ("Hampir.",)
    assert QUESTION.feedback("9") == QUESTION.feedback(None) == ()


def test_the_form_shows_nothing_but_the_unit() -> None:
    form = QUESTION.form(option_order(1))
    assert (form.unit, form.choices, form.places, form.parts) == ("hari", (), (), ())


@pytest.mark.parametrize("typed", ["1.5", "tiga", "3 jam"])
def test_what_can_not_be_read_is_asked_for_again(typed: str) -> None:
    assert "belum terbaca" in asks_again(QUESTION.form(option_order(1)), typed)


@pytest.mark.parametrize("typed", ["1,5", "1.500", "3 hari", "", "  ", None, ["x"]])
def test_what_can_be_read_or_was_not_given_is_not(typed: RawAnswer) -> None:
    assert asks_again(QUESTION.form(option_order(1)), typed) == ""


@pytest.mark.parametrize(
    ("line", "low", "high"),
    [
        ("= 1.000.000", 1_000_000, 1_000_000),
        ("= 3 ± 0,5", Fraction(5, 2), Fraction(7, 2)),
        ("= 3 +/- 1", 2, 4),
        ("= 80 .. 90", 80, 90),
        ("=80..90", 80, 90),
        ("= -5 .. −1", -5, -1),
    ],
)
def test_reads_a_range(line: str, low: Fraction, high: Fraction) -> None:
    question = parse(line)
    assert isinstance(question, Number)
    assert [(each.low, each.high) for each in question.accepted] == [(low, high)]


def test_reads_worth_and_feedback() -> None:
    question = parse("= 3\n    > Tepat.\n= 2 .. 4 {nilai=50}\n    > Hampir.")
    assert isinstance(question, Number)
    assert question.accepted == QUESTION.accepted


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("= 1.5", "“1.5” tidak dapat dibaca sebagai bilangan."),
        ("= 3 ± 1.5", "“1.5” tidak dapat dibaca sebagai bilangan."),
        ("= 80 … 90", "“80 … 90” tidak dapat dibaca sebagai bilangan."),
        ("= 80 ... 90", "“. 90” tidak dapat dibaca sebagai bilangan."),
        ("= 1.5 .. -1", "“1.5” tidak dapat dibaca sebagai bilangan."),
        ("= 3 ±", "“” tidak dapat dibaca sebagai bilangan."),
        ("= .. 90", "“” tidak dapat dibaca sebagai bilangan."),
        ("= 12.34.567", "“12.34.567” tidak dapat dibaca sebagai bilangan."),
        ("= 1,000,000", "“1,000,000” tidak dapat dibaca sebagai bilangan."),
        (f"= {'9' * 80}", "Bilangan ini terlalu panjang untuk diketik."),
        ("= 90 .. 80", "Kisaran “90 .. 80” tidak memuat bilangan apa pun."),
        ("= 3 ± -1", "Kisaran “3 ± -1” tidak memuat bilangan apa pun."),
    ],
)
def test_refuses_a_key_that_says_no_number(line: str, message: str) -> None:
    problem = problem_of(line)
    assert (problem.line, problem.message) == (FIRST_ANSWER, message)
    assert problem.hint


@pytest.mark.parametrize("unit", ["5", "'.'", "+a", "−"])
def test_a_unit_must_not_look_like_a_part_of_the_number(unit: str) -> None:
    problem = problem_of("= 3", f"satuan={unit}".replace("'", ""))
    assert problem.message.endswith("tidak dapat dipakai.")


LONG = st.one_of(
    st.integers(0, 10**40 - 1).map(str), st.integers(1, 10**38 - 1).map(lambda n: f"0,{n:038d}")
)


@given(LONG, LONG)
def test_the_longest_key_reads_back_and_is_wholly_right(number: str, off: str) -> None:
    question = parse(f"= {number} ± {off}")
    assert isinstance(question, Number)
    assert question.grade(question.full_key()).score == 1
    again = parse("\n".join(question.answer_lines()))
    assert again.graded_content() == question.graded_content()


def test_some_range_must_be_worth_all() -> None:
    assert problem_of("= 3 {nilai=50}").message.endswith("bernilai penuh.")


def test_tells_of_each_line_that_is_wrong() -> None:
    lines = "= 3\n= tiga\ndan\n= 4 {nilai=0}\n= 5 {nilia=3}"
    found = [problem.line - FIRST_ANSWER for problem in problems_of(lines)]
    assert sorted(found) == [1, 2, 3, 4]
