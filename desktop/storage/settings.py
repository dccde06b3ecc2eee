"""Settings that windows and commands keep, by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

_READ = "SELECT value FROM settings WHERE key = ?"
_KEEP = """
    INSERT INTO settings (key, value) VALUES (?, ?)
    ON CONFLICT (key) DO UPDATE SET value = excluded.value"""


def read(connection: sqlite3.Connection, key: str) -> str | None:
    """A setting, or None where it was never kept."""
    row = connection.execute(_READ, (key,)).fetchone()
    return row["value"] if row else None


def keep(connection: sqlite3.Connection, key: str, value: str) -> None:
    """Keep a setting."""
    connection.execute(_KEEP, (key, value))
