from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, cast

import pytest

from lessons.questions.multiple_choice import MultipleChoice, Scoring
from tests.lessons.building import head, options
from tests.lessons.questions.parsing import parse, problem_of

if TYPE_CHECKING:
    from lessons.records import RawAnswer

PER_OPTION = MultipleChoice(head(), options("abd"), Scoring.PER_OPTION)
ALL = MultipleChoice(head(), options("abd"), Scoring.ALL)


@pytest.mark.parametrize(
    ("answer", "per_option", "all_or_nothing"),
    [
        (["a", "b", "d"], 1, 1),
        (["d", "a", "b"], 1, 1),
        (["a", "a", "b", "d"], 1, 1),
        (["a", "b"], Fraction(2, 3), 0),
        (["a", "b", "c", "d"], Fraction(2, 3), 0),
        (["a", "c"], 0, 0),
        (["c"], 0, 0),
        (["a", "z"], 0, 0),
        ([], 0, 0),
        (None, 0, 0),
        ("abd", 0, 0),
        ({"a": "a", "b": "b", "d": "d"}, 0, 0),
        (cast("RawAnswer", [["a"], 1, None]), 0, 0),
    ],
)
def test_scores(answer: RawAnswer, per_option: Fraction, all_or_nothing: int) -> None:
    assert PER_OPTION.grade(answer).score == per_option
    assert ALL.grade(answer).score == all_or_nothing


def test_feedback_is_that_of_all_chosen_options_in_the_order_of_the_author() -> None:
    assert PER_OPTION.feedback(["c", "a"]) == ("Umpan a", "Umpan c")
    assert PER_OPTION.feedback(None) == ()


def test_the_way_of_scoring_is_graded_content() -> None:
    assert PER_OPTION.graded_content() != ALL.graded_content()


VALUED = (
    "- [x] a) Satu {nilai=75}\n- [x] b) Dua {nilai=25}\n- [ ] c) Tiga {nilai=-50}\n- [ ] d) Empat"
)


@pytest.mark.parametrize(
    ("answer", "score"),
    [
        (["a", "b"], 1),
        (["a"], Fraction(3, 4)),
        (["a", "a"], Fraction(3, 4)),
        (["a", "b", "c"], Fraction(1, 2)),
        (["a", "b", "d"], 1),
        (["b", "c"], 0),
        (["z"], 0),
        ([], 0),
        (None, 0),
    ],
)
def test_values_are_added_up_and_kept_within_0_and_1(answer: RawAnswer, score: Fraction) -> None:
    assert parse(VALUED).grade(answer).score == score


def test_keys_without_values_have_equal_shares() -> None:
    question = parse("- [x] a) Satu\n- [x] b) Dua\n- [x] c) Tiga\n- [ ] d) Empat {nilai=-1/6}")
    assert question.grade(["a", "b", "c"]).score == 1
    assert question.grade(["a", "d"]).score == Fraction(1, 6)


def test_values_are_graded_content_only_where_there_are_any() -> None:
    options_by_letter = {"a": True, "b": True, "c": False, "d": False}
    plain = {"kind": "multiple-choice", "options": options_by_letter, "scoring": "per-butir"}
    assert MultipleChoice(head(), options("ab"), Scoring.PER_OPTION).graded_content() == plain
    values = {"a": "75", "b": "25", "c": "-50"}
    assert parse(VALUED).graded_content() == plain | {"values": values}


@pytest.mark.parametrize(
    ("answers", "attributes", "message", "hint"),
    [
        (
            "- [x] a) A {nilai=50}\n- [x] b) B {nilai=40}\n- [ ] c) C",
            "",
            "berjumlah 90, bukan 100",
            "1/3",
        ),
        (
            "- [x] a) A {nilai=50}\n- [x] b) B\n- [ ] c) C",
            "",
            "berjumlah 50, bukan 100",
            "setiap [x]",
        ),
        (
            "- [x] a) A\n- [ ] b) B {nilai=20}",
            "",
            "“nilai=20” tidak cocok dengan pilihan b)",
            "[x]",
        ),
        ("- [x] a) A\n- [ ] b) B {nilai=-20}", "nilai=semua", "“nilai=semua” tidak dapat", "Hapus"),
    ],
)
def test_says_what_is_wrong_with_values(
    answers: str, attributes: str, message: str, hint: str
) -> None:
    problem = problem_of(answers, attributes)
    assert (problem.line, message in problem.message) == (1, True), problem
    assert hint in problem.hint
