"""Where each learner stopped reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.storage import values
from desktop.storage.model import Place

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable
    from uuid import UUID

_IN_LESSON = """
    SELECT * FROM places WHERE learner IN (SELECT value FROM json_each(?)) AND lesson = ?
    ORDER BY turn DESC LIMIT 1"""
_LAST = """
    SELECT * FROM places WHERE learner IN (SELECT value FROM json_each(?))
    ORDER BY turn DESC LIMIT 1"""
_KEEP = """
    INSERT OR REPLACE INTO places (learner, course, lesson, position, at)
    VALUES (?, ?, ?, ?, ?)"""


def place(connection: sqlite3.Connection, ids: Iterable[UUID], lesson: str) -> Place | None:
    """Where the person stopped in this lesson, or None."""
    return _place(connection.execute(_IN_LESSON, (values.id_list(ids), lesson)).fetchone())


def last_place(connection: sqlite3.Connection, ids: Iterable[UUID]) -> Place | None:
    """Where the person read last, or None; by order of keeping, since clocks are wrong."""
    return _place(connection.execute(_LAST, (values.id_list(ids),)).fetchone())


def keep_place(connection: sqlite3.Connection, learner: UUID, new: Place) -> None:
    """Keep the newest place in a lesson; the one before it goes."""
    row = (learner.hex, new.course, new.lesson, new.position, values.seconds(new.at))
    connection.execute(_KEEP, row)


def _place(row: sqlite3.Row | None) -> Place | None:
    if row is None:
        return None
    return Place(row["course"], row["lesson"], row["position"], values.moment(row["at"]))
