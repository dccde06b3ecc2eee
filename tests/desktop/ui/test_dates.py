from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from desktop.ui.dates import date_words, moment_words, time_words

NOW = datetime(2026, 11, 24, 14, 30).astimezone()


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 1, 1), "1 Januari 2026"),
        (date(2026, 8, 17), "17 Agustus 2026"),
        (date(2026, 12, 31), "31 Desember 2026"),
    ],
)
def test_dates(day: date, words: str) -> None:
    assert date_words(day) == words


def test_times_have_a_dot_and_two_figures() -> None:
    assert time_words(NOW) == "14.30"
    assert time_words(NOW.replace(hour=9, minute=5)) == "09.05"


def test_moments_count_by_the_zone_of_the_pc() -> None:
    assert date_words(NOW.astimezone(UTC)) == "24 November 2026"
    assert time_words(NOW.astimezone(UTC)) == "14.30"


def test_today_goes_without_saying() -> None:
    assert moment_words(NOW.replace(hour=8), NOW) == "pukul 08.30"
    assert moment_words(NOW.replace(day=23), NOW) == "23 November 2026 pukul 14.30"
