"""How long this disk takes to keep one answer, measured in a database that is thrown away."""

from __future__ import annotations

import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_TIMES = 9
_ANSWER = '["surat-waktu","a"]\n' * 10


def commit_seconds(folder: Path, monotonic: Callable[[], float]) -> float:
    """The median of a few commits, done as the store does them.

    Args:
        folder: Where to measure; left as it was.
        monotonic: A clock in seconds that never jumps.

    Raises:
        OSError: The folder can't be written.
        sqlite3.Error: The disk refuses.
    """
    with tempfile.TemporaryDirectory(prefix="bina-asn-ukur-", dir=folder) as place:
        path = Path(place) / "ukur.db"
        with closing(sqlite3.connect(path, isolation_level=None)) as file:
            file.execute("PRAGMA journal_mode = WAL")
            file.execute("PRAGMA synchronous = FULL")
            file.execute("CREATE TABLE answers (line TEXT NOT NULL) STRICT")
            return median(_timed(file, monotonic) for _ in range(_TIMES))


def _timed(file: sqlite3.Connection, monotonic: Callable[[], float]) -> float:
    begun = monotonic()
    file.execute("INSERT INTO answers (line) VALUES (?)", (_ANSWER,))
    return monotonic() - begun
