from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.exchange.codes import ALPHABET, CODE_LENGTH, format_code, make_code, normalise_code


@given(st.binary(min_size=CODE_LENGTH, max_size=CODE_LENGTH))
def test_a_code_is_understood_as_it_was_printed(random: bytes) -> None:
    code = make_code(lambda count: random[:count])
    assert len(normalise_code(code)) == CODE_LENGTH
    assert set(normalise_code(code)) <= set(ALPHABET)
    assert format_code(normalise_code(code)) == code


@pytest.mark.parametrize(
    "typed", ["K7QM-2F10", "k7qm 2f1o", " k7qm-2fio ", "K7QM2FLO", "k7qm–2fi0", "k.7.q.m.2.f.1.0"]
)
def test_case_separators_and_lookalikes_do_not_matter(typed: str) -> None:
    assert normalise_code(typed) == "K7QM2F10"


@given(st.text())
def test_normalising_twice_changes_nothing(typed: str) -> None:
    assert normalise_code(normalise_code(typed)) == normalise_code(typed)


def test_every_byte_gives_a_character() -> None:
    assert make_code(lambda count: bytes(range(count))) == "0123-4567"
    assert make_code(lambda count: b"\xff" * count) == "ZZZZ-ZZZZ"
