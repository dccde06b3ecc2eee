"""Whether date, time and time zone can be right."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from desktop.doctor import installed_at, look_at_clock
from desktop.findings import Health
from desktop.selftest.verdicts import Doubtful

_ZONES = {timedelta(hours=7): "WIB", timedelta(hours=8): "WITA", timedelta(hours=9): "WIT"}


def look(now: datetime | None = None) -> str:
    """Compare with what has passed for certain.

    Args:
        now: The moment in the PC's own zone; what the PC says if None.

    Raises:
        Doubtful: The clock is late, or the zone is none of Indonesia's.
    """
    now = now or datetime.now(UTC).astimezone()
    found = look_at_clock(now.astimezone(UTC), (installed_at(),))
    if found.health is not Health.GOOD:
        raise Doubtful(found.words)
    zone = _ZONES.get(now.utcoffset() or timedelta(0))
    if zone is None:
        raise Doubtful(f"Zona waktu UTC{now:%z}, bukan WIB, WITA atau WIT. Setel zona waktu.")
    return f"{now:%d-%m-%Y %H.%M} {zone}."
