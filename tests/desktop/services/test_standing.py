from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.services.standing import Standing, standing_of
from lessons.questions.base import Choice, Form, Place

if TYPE_CHECKING:
    from lessons.records import PartAnswer, RawAnswer

CHOICE = Form("p", "single-choice", "", "", (Choice("a", "A"), Choice("b", "B")))
NUMBER = Form("n", "number", "", "", unit="hari")
GAPS = Form("g", "gaps", "", "[[1]] [[2]]", places=(Place("1", ""), Place("2", "")))
CASE = Form("k", "case", "", "", parts=(CHOICE, NUMBER, GAPS))
WHOLE: dict[str, PartAnswer] = {"p": "a", "n": "30", "g": {"1": "x", "2": "y"}}


@pytest.mark.parametrize(
    ("form", "answer", "standing"),
    [
        (CHOICE, None, Standing.OPEN),
        (CHOICE, "a", Standing.ANSWERED),
        (NUMBER, "1.000", Standing.ANSWERED),
        (NUMBER, "1.5", Standing.UNREADABLE),
        (GAPS, {}, Standing.OPEN),
        (GAPS, {"9": "x"}, Standing.OPEN),
        (GAPS, {"1": "x"}, Standing.PARTLY),
        (GAPS, {"1": "x", "2": "y"}, Standing.ANSWERED),
        (GAPS, ["x", "y"], Standing.OPEN),
        (CASE, None, Standing.OPEN),
        (CASE, {"p": "a"}, Standing.PARTLY),
        (CASE, {"n": "lima"}, Standing.UNREADABLE),
        (CASE, {**WHOLE, "g": {"1": "x"}}, Standing.PARTLY),
        (CASE, WHOLE, Standing.ANSWERED),
    ],
)
def test_how_far_an_answer_fills_its_form(
    form: Form, answer: RawAnswer, standing: Standing
) -> None:
    assert standing_of(form, answer) is standing
