from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from sync_server.intake.origin import Dated, Origin

NOW = datetime(2027, 3, 1, 3, 0, tzinfo=UTC)
RELEASED = datetime(2026, 11, 23, tzinfo=UTC)
NEVER = datetime.min.replace(tzinfo=UTC)


def _origin(offset: timedelta = timedelta(0)) -> Origin:
    return Origin("14.72.01.1003", UUID(int=1), NOW, offset)


def test_a_right_clock_is_left_alone() -> None:
    at = NOW - timedelta(days=30)
    assert _origin(timedelta(minutes=2)).dated(at, RELEASED) == Dated(at, doubtful=False)


@pytest.mark.parametrize(("days", "doubtful"), [(0.5, False), (6000, True)])
def test_a_clock_that_is_wrong_by_the_same_all_along_is_corrected(
    days: float, doubtful: bool
) -> None:
    off = timedelta(days=days)
    happened = NOW - timedelta(hours=5)
    assert _origin(off).dated(happened - off, RELEASED) == Dated(happened, doubtful)


def test_a_clock_that_was_mended_before_the_parcel_counts_from_now() -> None:
    flat_battery = datetime(2009, 1, 1, tzinfo=UTC)
    assert _origin().dated(flat_battery, RELEASED) == Dated(NOW, doubtful=True)


def test_nothing_happens_later_than_now() -> None:
    assert _origin().dated(NOW + timedelta(days=5000), NEVER) == Dated(NOW, doubtful=False)


def test_a_course_from_the_future_makes_nothing_doubtful() -> None:
    at = NOW - timedelta(hours=1)
    assert _origin().dated(at, NOW + timedelta(days=9)) == Dated(at, doubtful=False)


def test_a_correction_beyond_the_calendar_counts_from_now() -> None:
    edge = datetime.max.replace(tzinfo=UTC)
    assert _origin(timedelta(days=99)).dated(edge, NEVER) == Dated(NOW, doubtful=True)
