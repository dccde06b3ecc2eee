from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from lessons.drawing import option_order
from lessons.questions.gaps import Gap, Gaps
from lessons.questions.matching import Distractor, Matching, Pair
from lessons.questions.number import Number, Range
from lessons.questions.ordering import Item, Ordering
from lessons.questions.reading_back import Said, read_back
from lessons.questions.short_text import Accepted, ShortText
from tests.lessons.building import head, questions
from tests.lessons.questions.test_properties import answered

if TYPE_CHECKING:
    from lessons.questions.base import Question
    from lessons.records import RawAnswer

ONE, NONE = Fraction(1), Fraction(0)


def read(question: Question, answer: RawAnswer) -> tuple[Said, ...]:
    return read_back(question, question.form(option_order(1)), answer)


def test_pairs_are_read_in_the_order_shown() -> None:
    pairs = (Pair("a", "Suap", "Pemberian"), Pair("b", "Peras", "Paksaan"))
    question = Matching(head(), pairs, (Distractor("c", "Lain"),))
    key = question.full_key()
    said = read(question, {"a": key["a"], "b": key["a"]})
    order = [place.text for place in question.form(option_order(1)).places]
    assert [each.place for each in said] == order
    assert sorted(said, key=lambda each: each.place) == [
        Said("Peras", "Pemberian", ("Paksaan",), False, NONE),
        Said("Suap", "Pemberian", ("Pemberian",), False, ONE),
    ]


def test_an_order_is_read_step_by_step() -> None:
    question = Ordering(head(), (Item("a", "Catat"), Item("b", "Teruskan"), Item("c", "Simpan")))
    first, second, third = question.full_key()
    assert read(question, [second, first, third]) == (
        Said("Urutan 1", "Teruskan", ("Catat",), False, NONE),
        Said("Urutan 2", "Catat", ("Teruskan",), False, NONE),
        Said("Urutan 3", "Simpan", ("Simpan",), False, ONE),
    )
    assert [each.given for each in read(question, [first])] == ["Catat", "", ""]


def test_a_number_is_read_with_its_ranges_and_unit() -> None:
    ranges = (Range(Fraction(80), Fraction(90)), Range(Fraction(2000), Fraction(2000)))
    half = Range(Fraction(70), Fraction(100), Fraction(1, 2))
    question = Number(head(), (*ranges, half), "hari")
    right = ("80 sampai 90 hari", "2000 hari")
    assert read(question, " 75 ") == (Said("", "75", right, True, Fraction(1, 2)),)
    assert read(question, "7.5") == (Said("", "7.5", right, True, NONE),)


def test_a_text_is_read_with_everything_that_is_wholly_right() -> None:
    accepted = (Accepted(("KPK", "Komisi")), Accepted(("Polisi",), Fraction(1, 2)))
    question = ShortText(head(), accepted)
    assert read(question, "kpk") == (Said("", "kpk", ("KPK", "Komisi"), True, ONE),)


def test_gaps_are_read_one_by_one() -> None:
    gaps = (Gap("1", ("30", "tiga puluh")), Gap("2", ("kerja",), ("libur",)))
    question = Gaps(head(), gaps)
    assert read(question, {"1": " tiga  puluh", "2": "libur"}) == (
        Said("Isian 1", "tiga  puluh", ("30", "tiga puluh"), True, ONE),
        Said("Isian 2", "libur", ("kerja",), True, NONE),
    )
    assert [each.given for each in read(question, {"2": "tahun"})] == ["", ""]


@given(questions())
def test_the_full_key_is_right_at_every_place(question: Question) -> None:
    for said in read(question, question.full_key()):
        assert said.given
        assert said.score == 1
        assert said.right


@given(answered())
def test_whatever_was_given_can_be_read_back(each: tuple[Question, RawAnswer]) -> None:
    question, answer = each
    for said in read(question, answer):
        assert isinstance(said.given, str)
        assert 0 <= said.score <= 1


@pytest.mark.parametrize("empty", [None, "", [], {}], ids=repr)
@given(question=questions())
def test_no_answer_leaves_every_place_empty(question: Question, empty: RawAnswer) -> None:
    assert all(each.given == "" and each.score == 0 for each in read(question, empty))
