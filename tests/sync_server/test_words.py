"""Dates, numbers and marks as people here write them."""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime

import pytest

from sync_server import words
from sync_server.logs import JsonLines

LATE = datetime(2026, 12, 31, 17, 30, tzinfo=UTC)


def test_moments_are_in_wib() -> None:
    assert words.date(LATE) == "1 Januari 2027"
    assert words.moment(LATE) == "1 Januari 2027 pukul 00.30"
    assert words.short_date(LATE) == "1 Jan 2027"
    assert words.short_moment(LATE) == "1 Jan 2027, 00.30"


def test_nothing_is_a_dash() -> None:
    assert {
        each(None) for each in (words.date, words.moment, words.short_date, words.short_moment)
    } == {"–"}
    assert words.share(0, 0) == "–"


def test_numbers_and_shares() -> None:
    assert words.number(1234567) == "1.234.567"
    assert words.share(2, 3) == "2 dari 3 (66%)"
    assert words.runs(((3, 3), (41, 43))) == "3, 41–43"


@pytest.mark.parametrize(
    ("offset", "said"),
    [
        (0, "–"),
        (-299, "–"),
        (300, "0 jam 5 menit lambat"),
        (-7300, "2 jam 1 menit cepat"),
        (3 * 86400, "3 hari lambat"),
    ],
)
def test_how_wrong_a_clock_is(offset: int, said: str) -> None:
    assert words.clock(offset) == said


def test_marks_have_words() -> None:
    assert "dikloning" in words.flag("seq-twice")
    assert words.action("export") == "Mengunduh rekap"
    assert words.flag("new-mark") == words.action("new-mark") == "new-mark"


def test_a_log_line_is_json_and_hides_a_nip() -> None:
    record = logging.makeLogRecord(
        {
            "name": "x",
            "msg": "key (nip)=(198503122010011004)",
            "levelname": "ERROR",
            "unit": "14.72",
        }
    )
    line = json.loads(JsonLines().format(record))
    assert (line["event"], line["level"], line["unit"]) == ("key (nip)=(<nip>)", "error", "14.72")


def test_a_log_line_keeps_the_trace() -> None:
    try:
        raise ValueError("198503122010011004")
    except ValueError as error:
        record = logging.makeLogRecord({"exc_info": (type(error), error, error.__traceback__)})
    trace = json.loads(JsonLines().format(record))["trace"]
    assert "ValueError: <nip>" in trace
