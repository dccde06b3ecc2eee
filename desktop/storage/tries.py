"""Wrong codes and passwords: counted before they are checked, slower after the fifth.

The count lives in the database and only a right try clears it. So neither killing the program nor
turning the clock gives fresh tries: a turned clock ends one pause, and the next is twice as long.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from desktop.storage import values
from desktop.storage.errors import TooManyTries

if TYPE_CHECKING:
    import sqlite3
    from uuid import UUID

FREE_TRIES = 5
_FIRST_PAUSE = 30
_LONGEST_PAUSE = 15 * 60
_READ = "SELECT wrong, wait_until FROM tries WHERE learner = ?"
_KEEP = """
    INSERT INTO tries (learner, wrong, wait_until) VALUES (?, ?, ?)
    ON CONFLICT (learner) DO UPDATE SET wrong = excluded.wrong, wait_until = excluded.wait_until"""
_CLEAR = "DELETE FROM tries WHERE learner = ?"


@dataclass(frozen=True, slots=True)
class Admission:
    """Whether a person may try now.

    Attributes:
        wrong: Wrong tries so far; with the one admitted.
        wait: Seconds to wait first; 0 when the try is admitted.
    """

    wrong: int
    wait: int


def admit(connection: sqlite3.Connection, learner: UUID, now: datetime) -> Admission:
    """Admit a try and count it as wrong until it proves right, or say how long to wait."""
    wrong, until = _read(connection, learner, now)
    # A clock that was turned back must not make the pause longer than it is.
    until = min(until, now + timedelta(seconds=pause_after(wrong)))
    wait = max(0, round((until - now).total_seconds()))
    if wait:
        _keep(connection, learner, wrong, until)
        return Admission(wrong, wait)
    _keep(connection, learner, wrong + 1, now + timedelta(seconds=pause_after(wrong + 1)))
    return Admission(wrong + 1, 0)


def clear(connection: sqlite3.Connection, learner: UUID) -> None:
    """Forget the count after a right try."""
    connection.execute(_CLEAR, (learner.hex,))


def pause_after(wrong: int) -> int:
    """Seconds to wait after so many wrong tries: 0 below five, then 30, 60, 120 … up to 900."""
    if wrong < FREE_TRIES:
        return 0
    doublings = min(wrong - FREE_TRIES, 10)
    return min(_FIRST_PAUSE << doublings, _LONGEST_PAUSE)


def must_wait(seconds: int) -> TooManyTries:
    """The error that tells how long to wait."""
    return TooManyTries(
        f"Terlalu banyak percobaan. Coba lagi setelah {in_words(seconds)}.", seconds
    )


def what_next(wrong: int) -> str:
    """The sentence after a wrong try: how many are left, or how long to wait."""
    if pause := pause_after(wrong):
        return f"Coba lagi setelah {in_words(pause)}."
    return f"Sisa percobaan: {FREE_TRIES - wrong}."


def in_words(seconds: int) -> str:
    """A span of time as people say it, minutes rounded up."""
    return f"{seconds} detik" if seconds < 60 else f"{-(-seconds // 60)} menit"


def _read(connection: sqlite3.Connection, learner: UUID, now: datetime) -> tuple[int, datetime]:
    row = connection.execute(_READ, (learner.hex,)).fetchone()
    return (row["wrong"], values.moment(row["wait_until"])) if row else (0, now)


def _keep(connection: sqlite3.Connection, learner: UUID, wrong: int, until: datetime) -> None:
    connection.execute(_KEEP, (learner.hex, wrong, values.seconds(until)))
