from __future__ import annotations

import pytest

from desktop.ui.learning.words import first_name, minutes_words, numbers_words


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Siti Rahmawati, S.Sos.", "Siti"),
        ("H. Zulkifli, S.Ag.", "Zulkifli"),
        ("Dr. M. Yusuf", "Yusuf"),
        ("Yuliana", "Yuliana"),
        ("A. B.", "A. B."),
        ("", ""),
    ],
)
def test_greets_without_titles(name: str, first: str) -> None:
    assert first_name(name) == first


def test_minutes_have_a_decimal_comma() -> None:
    assert [minutes_words(each) for each in (27, 22.5, 135.0)] == [
        "27 menit",
        "22,5 menit",
        "135 menit",
    ]


def test_numbers_are_listed_as_people_write_them() -> None:
    listed = [numbers_words(each) for each in ((2,), (0, 4), (0, 1, 9))]
    assert listed == ["3", "1 dan 5", "1, 2, dan 10"]
