from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from lessons.questions.single_choice import SingleChoice
from tests.lessons.building import head, options

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
