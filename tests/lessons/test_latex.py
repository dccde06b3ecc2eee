from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.latex import find_latex


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("$x$", 1),
        ("Nilai $a + b$ ini", 7),
        ("$5 + x$", 1),
        ("$5$", 1),
        ("$nilai akhir$", 1),
        ("isi $$", 5),
        ("lalu \\frac{a}{b}", 6),
        ("2\\times 3", 2),
        ("maka \\(x\\)", 6),
        ("\\[", 1),
        ("\\[ x = 1 \\]", 1),
        ("\\sqrt2 dan $x$", 1),
    ],
)
def test_latex_is_found_where_it_begins(text: str, column: int) -> None:
    assert find_latex(text) == column


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Rp5.000",
        "$5",
        "$ 5 $",
        "US$ 5 – US$ 10",
        "$5 dan $10",
        "antara $5 dan $10, lalu $7.",
        "$5 sampai 10$",
        "harga US$5 dan 10 US$.",
        "\\$x\\$",
        "\\\\frac{a}{b}",
        "\\\\(x)",
        "C:\\Users\\text\\times",
        "\\\\server\\sum",
        "\\[b\\](https://go.id)",
        "butir \\[1\\]",
        "\\textile",
    ],
)
def test_money_paths_and_escapes_are_none(text: str) -> None:
    assert find_latex(text) == 0


@given(st.text(alphabet="$\\([x5 =frac{}", max_size=40))
def test_any_text_has_a_column_in_itself_or_none(text: str) -> None:
    assert 0 <= find_latex(text) <= len(text)
