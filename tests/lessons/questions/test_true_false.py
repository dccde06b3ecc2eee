from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from lessons.questions.true_false import TrueFalse
from tests.lessons.building import head

if TYPE_CHECKING:
    from lessons.records import RawAnswer

TRUE = TrueFalse(head(), True, "Tepat.", "")
FALSE = TrueFalse(head(), False, "Keliru.", "Tepat.")


@pytest.mark.parametrize(
    ("answer", "true", "false"),
    [("benar", 1, 0), ("salah", 0, 1), ("Benar", 0, 0), (None, 0, 0), (["benar"], 0, 0)],
)
def test_only_the_key_scores(answer: RawAnswer, true: int, false: int) -> None:
    assert TRUE.grade(answer).score == true
    assert FALSE.grade(answer).score == false


def test_true_always_comes_first() -> None:
    form = TRUE.form(lambda _, ids: tuple(reversed(ids)))
    assert [choice.id for choice in form.choices] == ["benar", "salah"]
    assert [choice.text for choice in form.choices] == ["Benar", "Salah"]


def test_feedback() -> None:
    assert TRUE.feedback("benar") == ("Tepat.",)
    assert TRUE.feedback("salah") == ()
    assert FALSE.feedback(["benar"]) == ()
    assert FALSE.feedback("mungkin") == ()
