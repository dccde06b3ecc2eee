"""Short answers and numbers of Moodle XML."""

from __future__ import annotations

from fractions import Fraction

import pytest

from lessons.questions.number import Number
from lessons.questions.short_text import ShortText
from tests.lessons.importers.test_moodle_xml import answer, imported, one, reason


def number(percent: str, value: str, tolerance: str = "0") -> str:
    return (
        f'<answer fraction="{percent}"><text>{value}</text><tolerance>{tolerance}</tolerance>'
        "<feedback><text>Umpan</text></feedback></answer>"
    )


def test_texts_keep_their_worth_and_feedback() -> None:
    inside = answer("100", "Suap", "Tepat") + answer("50", "Sogok") + answer("0", "Hadiah")
    found = one("shortanswer", f"<usecase>0</usecase>{inside}")
    assert isinstance(found, ShortText)
    assert [found.grade(text).score for text in ("suap", "SOGOK!", "hadiah")] == [
        1,
        Fraction(1, 2),
        0,
    ]
    assert found.feedback("suap") == ("Tepat",)


def test_of_texts_that_mean_the_same_the_first_counts() -> None:
    found = imported(
        "shortanswer", "<usecase>1</usecase>" + answer("100", "Suap") + answer("50", "suap")
    )
    assert found.question.grade("suap").right
    assert "huruf besar" in found.notes[0].lower()


def test_a_text_that_looks_like_a_number_stays_a_text() -> None:
    assert isinstance(one("shortanswer", answer("100", "2024")), ShortText)


def test_anything_else_is_dropped_and_other_wildcards_are_rejected() -> None:
    found = imported("shortanswer", answer("100", "a") + answer("20", "*"))
    assert found.question.grade("zzz").score == 0
    assert len(found.notes) == 1
    assert "*" in reason("shortanswer", answer("100", "Sua*"))
    assert one("shortanswer", answer("100", "2 \\* 3")).grade("2 * 3").right
    assert reason("shortanswer", answer("100", "*"))
    assert reason("shortanswer", answer("50", "a"))
    assert reason("shortanswer", answer("100", "!?"))


@pytest.mark.parametrize(
    ("value", "tolerance", "right", "wrong"),
    [
        ("3.14", "0.005", "3,145", "3,146"),
        ("-2,5", "", "-2,5", "2,5"),
        ("1e3", "0", "1.000", "100"),
        (".5", "0", "0,5", "5"),
        ("42", "1E-1", "42,1", "42,2"),
    ],
)
def test_numbers_and_their_tolerance(value: str, tolerance: str, right: str, wrong: str) -> None:
    found = one("numerical", number("100", value, tolerance))
    assert isinstance(found, Number)
    assert found.grade(right).score == 1
    assert found.grade(wrong).score == 0


def test_parts_and_the_catch_all() -> None:
    found = imported("numerical", number("100", "10") + number("50", "10", "2") + number("0", "*"))
    assert [found.question.grade(text).score for text in ("10", "9", "7")] == [1, Fraction(1, 2), 0]


@pytest.mark.parametrize("value", ["sepuluh", "1e999999999", "9" * 60, "", "1.2.3", "{a}"])
def test_what_is_no_number_is_rejected(value: str) -> None:
    assert reason("numerical", number("100", value))


def test_the_unit_of_the_key_is_kept_and_others_are_noted() -> None:
    def unit(name: str, multiplier: str) -> str:
        return f"<unit><multiplier>{multiplier}</multiplier><unit_name>{name}</unit_name></unit>"

    inside = number("100", "5") + f"<units>{unit('cm', '100')}{unit('m', '1.0')}</units>"
    found = imported("numerical", f"{inside}<unitgradingtype>1</unitgradingtype>")
    assert isinstance(found.question, Number)
    assert found.question.unit == "m"
    assert found.question.grade("5 m").right
    assert len(found.notes) == 2
