from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, cast

import pytest

from lessons.questions.multiple_choice import MultipleChoice, Scoring
from tests.lessons.building import head, options

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
