"""Version 2: which record each finished draft became."""

from __future__ import annotations

SECOND = (
    """CREATE TABLE finished (
        draft TEXT PRIMARY KEY, record TEXT NOT NULL REFERENCES records (id)
    ) STRICT, WITHOUT ROWID""",
)
