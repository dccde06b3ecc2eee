"""Wrong codes and passwords: counted before they are checked, slower after the fifth.

The count lives in the database and only a right try clears it. So neither killing the program nor
turning the clock gives fresh tries: a turned clock ends one pause, and the next is twice as long.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from desktop.storage.errors import TooManyTries
from desktop.storage.tables import tries

if TYPE_CHECKING:
    from uuid import UUID

FREE_TRIES = 5
_FIRST_PAUSE = 30
_LONGEST_PAUSE = 15 * 60


@dataclass(frozen=True, slots=True)
class Admission:
    """Whether a person may try now.

    Attributes:
        wrong: Wrong tries so far; with the one admitted.
        wait: Seconds to wait first; 0 when the try is admitted.
    """

    wrong: int
    wait: int


def admit(connection: Connection, learner: UUID, now: datetime) -> Admission:
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


def clear(connection: Connection, learner: UUID) -> None:
    """Forget the count after a right try."""
    connection.execute(tries.delete().where(tries.c.learner == learner))


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


def _read(connection: Connection, learner: UUID, now: datetime) -> tuple[int, datetime]:
    row = connection.execute(
        select(tries.c.wrong, tries.c.wait_until).where(tries.c.learner == learner)
    ).one_or_none()
    return (row.wrong, row.wait_until) if row else (0, now)


def _keep(connection: Connection, learner: UUID, wrong: int, until: datetime) -> None:
    fields = {"wrong": wrong, "wait_until": until}
    row = insert(tries).values(learner=learner, **fields)
    connection.execute(row.on_conflict_do_update(index_elements=["learner"], set_=fields))
