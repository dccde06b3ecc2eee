"""Small facts about this PC itself: who it is, where it belongs, how the last round went."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

import msgspec

from desktop.storage.model import Enrolment

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

_DEVICE = "device"
_KEY = "key"
_CURSOR = "cursor"
_ENROLMENT = "enrolment"
_READ = "SELECT value FROM state WHERE name = ?"
_KEEP = """
    INSERT INTO state (name, value) VALUES (?, ?)
    ON CONFLICT (name) DO UPDATE SET value = excluded.value"""
_FORGET = "DELETE FROM state WHERE name = ?"
_STEP_ASIDE = "UPDATE learners SET active = 0 WHERE verified = 1"


def ensure_identity(connection: sqlite3.Connection, random_bytes: Callable[[int], bytes]) -> None:
    """Give the PC its id and its Ed25519 seed at the first start; later nothing changes."""
    if read(connection, _DEVICE) is None:
        keep(connection, _DEVICE, UUID(bytes=random_bytes(16), version=4).hex)
        keep(connection, _KEY, random_bytes(32).hex())


def device_id(connection: sqlite3.Connection) -> UUID:
    """The PC's own id."""
    return UUID(read(connection, _DEVICE) or "")


def key_seed(connection: sqlite3.Connection) -> bytes:
    """The 32 bytes from which the PC's Ed25519 key is made."""
    return bytes.fromhex(read(connection, _KEY) or "")


def cursor(connection: sqlite3.Connection) -> int:
    """The server's revision up to which everything is here; 0 at first."""
    return int(read(connection, _CURSOR) or 0)


def keep_cursor(connection: sqlite3.Connection, value: int) -> None:
    """Take the server's cursor as it is.

    Also a lower one: what comes twice is harmless, and so an old answer that was stored late,
    or a server restored from a backup, heals in the next round.
    """
    keep(connection, _CURSOR, str(value))


def enrolment(connection: sqlite3.Connection) -> Enrolment | None:
    """Where the PC belongs, or None."""
    kept = read(connection, _ENROLMENT)
    return None if kept is None else msgspec.json.decode(kept, type=Enrolment)


def keep_enrolment(connection: sqlite3.Connection, new: Enrolment) -> None:
    """Belong to an office. Another office has other people; those of the old one step aside."""
    old = enrolment(connection)
    keep(connection, _ENROLMENT, msgspec.json.encode(new).decode())
    if old != new:
        keep_cursor(connection, 0)
    if old and (old.unit, old.organisation) != (new.unit, new.organisation):
        connection.execute(_STEP_ASIDE)


def read(connection: sqlite3.Connection, name: str) -> str | None:
    """One fact, or None."""
    row = connection.execute(_READ, (name,)).fetchone()
    return row["value"] if row else None


def keep(connection: sqlite3.Connection, name: str, value: str) -> None:
    """Keep one fact."""
    connection.execute(_KEEP, (name, value))


def forget(connection: sqlite3.Connection, name: str) -> None:
    """Forget one fact."""
    connection.execute(_FORGET, (name,))
