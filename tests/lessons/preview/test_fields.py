from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from lessons.drawing import option_order
from lessons.preview.fields import asked_again, place_name, raw_answer
from tests.lessons.building import SEEDS, questions
from tests.lessons.preview.answering import fields_of

if TYPE_CHECKING:
    from lessons.course import Quiz
    from lessons.questions.base import Form, Question


@given(questions(), SEEDS)
def test_the_full_key_arrives_as_it_was_sent(question: Question, seed: int) -> None:
    form = question.form(option_order(seed))
    fields = fields_of(form, "q", question.full_key())
    assert asked_again(form, "q", fields) == {}
    assert question.grade(raw_answer(form, "q", fields)).score == 1


@given(questions(), SEEDS)
def test_nothing_sent_is_no_answer(question: Question, seed: int) -> None:
    form = question.form(option_order(seed))
    assert raw_answer(form, "q", {}) is None
    assert asked_again(form, "q", {}) == {}


@pytest.fixture
def forms(bank: Quiz) -> dict[str, Form]:
    return {each.head.id: each.form(option_order(1)) for each in bank.questions}


def test_an_order_is_read_from_positions(forms: dict[str, Form]) -> None:
    form = forms["d-urut"]
    one, two, three, _ = (choice.id for choice in form.choices)
    sent = {place_name("q", one): ["3"], place_name("q", two): ["1"], place_name("q", three): ["x"]}
    assert raw_answer(form, "q", sent) == [two, one]


def test_a_position_used_twice_is_asked_again(forms: dict[str, Form]) -> None:
    form = forms["d-urut"]
    sent = {place_name("q", choice.id): ["2"] for choice in form.choices}
    assert "Urutan ke-2" in asked_again(form, "q", sent)["q"]


def test_a_number_of_a_part_is_asked_again_by_the_name_of_its_field(forms: dict[str, Form]) -> None:
    again = asked_again(forms["d-kasus"], "q", {"q/hari": ["1.5"]})
    assert list(again) == ["q/hari"]


def test_unknown_choices_and_spaces_are_left_out(forms: dict[str, Form]) -> None:
    assert raw_answer(forms["d-ganda"], "q", {"q": ["a", "z"]}) == ["a"]
    assert raw_answer(forms["d-isian"], "q", {"q": ["  KPK "]}) == "KPK"
    assert raw_answer(forms["d-isian"], "q", {"q": ["  "]}) is None
