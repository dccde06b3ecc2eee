from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.questions.numbers import number_text, read_number

DECIMALS = st.decimals(
    min_value=-(10**12), max_value=10**12, places=6, allow_nan=False, allow_infinity=False
).map(Fraction)


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("5", 5),
        (" 05 ", 5),
        ("1.500", 1500),
        ("1500", 1500),
        ("1,5", Fraction(3, 2)),
        ("0,25", Fraction(1, 4)),
        ("1.000.000,5", Fraction(2_000_001, 2)),
        ("1 000 000", 1_000_000),
        ("1\u00a0000", 1000),
        ("-5", -5),
        ("− 5", -5),
        ("–5", -5),
        ("+5", 5),
        ("１２", 12),
        ("1,000", 1),
        ("\ufeff1\u200b5\u200e", 15),
        ("9" * 100, 10**100 - 1),
    ],
)
def test_reads_what_indonesians_write(typed: str, number: int | Fraction) -> None:
    assert read_number(typed) == number


@pytest.mark.parametrize(
    "typed",
    [
        *(
            "",
            " ",
            "lima",
            "1.5",
            "0.5",
            "0.500",
            "12.34.567",
            "1,000,000",
            "1.000,5.0",
            "1000.000",
        ),
        *(
            "1,",
            ",5",
            "1..5",
            "1 5",
            "1 00",
            "--5",
            "5-",
            "1e3",
            "0x10",
            "½",
            "٣",
            "5%",
            "Rp5",
            "5 hari",
        ),
        *("1" * 101, "1\n2", "NaN", "inf", "1/2", "10²", "①", "5₂", "1 ²"),
    ],
)
def test_asks_again_for_what_says_no_number_or_two(typed: str) -> None:
    assert read_number(typed) is None


@pytest.mark.parametrize("typed", ["5 hari kerja", "5 Hari  Kerja", "5hari kerja", "5"])
def test_the_unit_may_be_typed_too(typed: str) -> None:
    assert read_number(typed, "hari kerja") == 5


@pytest.mark.parametrize("typed", ["Rp 5.000", "rp5.000", "Rp. 5.000", "5.000 Rp", "5.000"])
def test_a_unit_may_be_typed_before(typed: str) -> None:
    assert read_number(typed, "Rp") == 5000


@pytest.mark.parametrize("typed", ["5 m²", "5m2", "5 M²"])
def test_a_raised_digit_may_be_part_of_the_unit(typed: str) -> None:
    assert read_number(typed, "m²") == 5


@pytest.mark.parametrize("typed", ["5 hari", "hari kerja", "5 hari kerja lagi", "1.5 hari kerja"])
def test_another_unit_is_asked_for_again(typed: str) -> None:
    assert read_number(typed, "hari kerja") is None


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (Fraction(0), "0"),
        (Fraction(1999), "1999"),
        (Fraction(10_000), "10.000"),
        (Fraction(-1_234_567), "-1.234.567"),
        (Fraction(1, 8), "0,125"),
        (Fraction(-1, 2), "-0,5"),
    ],
)
def test_writes_as_indonesians_do(number: Fraction, text: str) -> None:
    assert number_text(number) == text


def test_a_number_without_end_is_not_written() -> None:
    with pytest.raises(ValueError, match="1/3 has no end"):
        number_text(Fraction(1, 3))


@given(DECIMALS)
def test_what_is_written_reads_back(number: Fraction) -> None:
    assert read_number(number_text(number)) == number


@given(st.text(max_size=80), st.text(max_size=8))
def test_any_text_is_a_number_or_none(typed: str, unit: str) -> None:
    found = read_number(typed, unit)
    assert found is None or read_number(number_text(found)) == found
