"""Units of work: one transaction each, and word of what it changed once it is on disk."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from desktop.storage.database import Database
    from desktop.storage.model import Change

    Listener = Callable[[frozenset[Change]], None]


class Work:
    """What every part of the store needs: the database, a clock, randomness, listeners."""

    def __init__(
        self,
        database: Database,
        clock: Callable[[], datetime],
        random_bytes: Callable[[int], bytes],
    ) -> None:
        self._database = database
        self._clock = clock
        self._random = random_bytes
        self._listeners: list[Listener] = []

    def close(self) -> None:
        """Close every connection of this process."""
        self._database.close()

    def on_change(self, listener: Listener) -> None:
        """Call ``listener`` after each write of this process, in the thread that wrote."""
        self._listeners.append(listener)

    def _new_id(self) -> UUID:
        return UUID(bytes=self._random(16), version=4)

    @contextmanager
    def _changing(self, *changes: Change) -> Iterator[sqlite3.Connection]:
        with self._database.write() as connection:
            yield connection
        self._tell(frozenset(changes))

    def _tell(self, changes: frozenset[Change]) -> None:
        if changes:
            for listener in self._listeners:
                listener(changes)
