from __future__ import annotations

import re
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.people import BadNip, clean, format_nip, last_four, normalise_nip

NIP = "198503122010011004"


@pytest.mark.parametrize(
    "typed",
    [
        NIP,
        "19850312 201001 1 004",
        " 19850312.201001.1.004 ",
        "19850312-201001-1-004",
        "\u200e19850312\u00a0201001\u00a01\u00a0004\ufeff",
        "'198503122010011004",
        "198503122010011004",
        "19850312\u2013201001\u20131\u2013004",
    ],
)
def test_separators_and_wide_digits_do_not_matter(typed: str) -> None:
    assert normalise_nip(typed) == NIP


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("1,98503E+17", "Excel memotong"),
        ("1.98503122010011E+17", "Excel memotong"),
        ("2e17", "Excel memotong"),
        ("198503122010011000", "Excel memotong"),
        ("19850312201001100", "17 angka"),
        ("1985031220100110044", "19 angka"),
        ("", "hanya berisi angka"),
        ("19850312201001100A", "hanya berisi angka"),
        ("١٩٨٥٠٣١٢٢٠١٠٠١١٠٠٤", "hanya berisi angka"),
    ],
)
def test_what_can_not_be_a_nip_is_refused_with_the_reason(typed: str, words: str) -> None:
    with pytest.raises(BadNip) as caught:
        normalise_nip(typed)
    assert words in caught.value.message
    assert str(caught.value) == caught.value.message


def test_an_odd_looking_number_is_taken() -> None:
    assert normalise_nip("999999999999999999") == "9" * 18


@given(st.text())
def test_any_text_is_a_nip_or_a_refusal(typed: str) -> None:
    with suppress(BadNip):
        assert re.fullmatch("[0-9]{18}", normalise_nip(typed))


def test_shows_a_nip_as_offices_print_it() -> None:
    assert format_nip(NIP) == "19850312 201001 1 004"
    assert normalise_nip(format_nip(NIP)) == NIP
    assert last_four(NIP) == "1004"


def test_text_loses_what_a_page_cannot_show() -> None:
    assert clean(" a\x00b\tc\u202e  d ") == "a b c d"
    assert clean("\ud800 Siti\u202e") == "Siti"
