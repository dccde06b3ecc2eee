from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.formulas import (
    FormulaError,
    Fraction,
    Group,
    Root,
    Row,
    Script,
    Sum,
    Text,
    TextKind,
    parse,
)


def _number(text: str) -> Text:
    return Text(TextKind.NUMBER, text)


def _word(text: str) -> Text:
    return Text(TextKind.WORD, text)


def _sign(text: str) -> Text:
    return Text(TextKind.SIGN, text)


A, B, C, X = (_word(letter) for letter in "abcx")


@pytest.mark.parametrize(
    ("line", "row"),
    [
        ("", ()),
        ("(a + b) // c", (Fraction((A, _sign("+"), B), (C,)),)),
        ("a - b // c", (A, _sign("−"), Fraction((B,), (C,)))),
        (
            "Rp 5.000.000 // 12 a",
            (Fraction((_word("Rp"), _number("5.000.000")), (_number("12"), A)),),
        ),
        ("2(a) // b", (Fraction((_number("2"), Group((A,))), (B,)),)),
        ("jumlah(x) // a", (Fraction((Sum((X,)),), (A,)),)),
        ("jumlah x", (_word("jumlah"), X)),
        ("rata-rata = a-b", (_word("rata-rata"), _sign("="), A, _sign("−"), B)),
        ("x^2", (Script(X, (_number("2"),), ()),)),
        ("x_1^2", (Script(X, (_number("2"),), (_number("1"),)),)),
        ("x^2_1", (Script(X, (_number("2"),), (_number("1"),)),)),
        ("x^-3", (Script(X, (_sign("−"), _number("3")), ()),)),
        ("x^(a + b)", (Script(X, (A, _sign("+"), B), ()),)),
        ("√(a // b)", (Root((Fraction((A,), (B,)),)),)),
        (
            "√9 × 100%",
            (Root((_number("9"),)), _sign("×"), _number("100"), Text(TextKind.POSTFIX, "%")),
        ),
        ("a <= 1,5", (A, _sign("≤"), _number("1,5"))),
        ("= a * b", (_sign("="), A, _sign("×"), B)),
    ],
)
def test_a_formula(line: str, row: Row) -> None:
    assert parse(line) == row


@pytest.mark.parametrize(
    ("line", "column", "word"),
    [
        ("a // b // c", 3, "Pecahan di dalam pecahan"),
        ("(a // b) // c", 10, "Pecahan di dalam pecahan"),
        ("a // (1 + b // c)", 3, "Pecahan di dalam pecahan"),
        ("x^(a // b)", 2, "pangkat"),
        ("a //", 3, "penyebut"),
        ("// b", 1, "pembilang"),
        ("a + (b", 5, "belum ditutup"),
        ("a)", 2, "pasangan"),
        ("a + ()", 5, "kosong"),
        ("jumlah()", 7, "kosong"),
        ("x^", 3, "belum ada isi"),
        ("√", 2, "belum ada isi"),
        ("a + ^2", 5, "belum ada isi"),
        ("x^2^3", 4, "bertumpuk"),
        ("a $ b", 3, "Tanda “$”"),
        ("\\frac{a}{b}", 1, "Tanda “\\”"),
        ("(" * 9 + "a" + ")" * 9, 7, "bersarang"),
    ],
)
def test_what_is_wrong_and_where(line: str, column: int, word: str) -> None:
    with pytest.raises(FormulaError) as caught:
        parse(line)
    assert caught.value.column == column
    assert word in caught.value.message
    assert caught.value.hint


@given(st.text(alphabet="ab1 ,.()^_√/+-=%jumlah(", max_size=40) | st.text(max_size=20))
def test_any_text_is_read_or_refused_in_its_own_columns(line: str) -> None:
    with suppress(FormulaError):
        parse(line)
        return
    with pytest.raises(FormulaError) as caught:
        parse(line)
    assert 1 <= caught.value.column <= len(line) + 1
