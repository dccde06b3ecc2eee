"""The SQLite file: connections, transactions, and errors in words for people."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING

import msgspec

from desktop.storage.errors import StoreDamaged, StoreProblem, StoreUnavailable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BUSY_SECONDS = 15
"""How long a writer waits for another process; a write of ours takes milliseconds."""
_PRIMARY = 0xFF
_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_LACKING = ("no such table", "no such column")
_NO_RIGHTS = "Folder data tidak dapat ditulis. Minta petugas TI memeriksa hak akses folder itu."
_WORDS = {
    sqlite3.SQLITE_FULL: "Disk penuh. Kosongkan ruang pada disk, lalu coba lagi.",
    sqlite3.SQLITE_IOERR: "Disk penuh atau rusak, jadi data tidak dapat ditulis. "
    "Periksa disk, lalu coba lagi.",
    sqlite3.SQLITE_READONLY: _NO_RIGHTS,
    sqlite3.SQLITE_CANTOPEN: _NO_RIGHTS,
    sqlite3.SQLITE_PERM: _NO_RIGHTS,
    sqlite3.SQLITE_BUSY: "Basis data sedang dipakai program lain. Tunggu sebentar, lalu coba lagi.",
    sqlite3.SQLITE_LOCKED: "Basis data sedang dipakai. Tunggu sebentar, lalu coba lagi.",
}


class Database:
    """One database file; safe to use from several threads, each with a connection of its own.

    Connections are kept and lent again: opening one takes longer than most transactions.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = Lock()
        self._idle: list[sqlite3.Connection] = []
        self._is_closed = False

    @contextmanager
    def read(self) -> Iterator[sqlite3.Connection]:
        """A transaction that sees one state of the data throughout.

        Raises:
            StoreProblem: The file can't be read.
        """
        with explained(self.path), self._lent() as connection, transaction(connection, "BEGIN"):
            yield connection

    @contextmanager
    def write(self) -> Iterator[sqlite3.Connection]:
        """A transaction that is on disk when the block has ended, or has changed nothing.

        Raises:
            StoreProblem: The file can't be written.
        """
        # A reader that becomes a writer half-way would fail at once beside another writer.
        begin = "BEGIN IMMEDIATE"
        with explained(self.path), self._lent() as connection, transaction(connection, begin):
            yield connection

    def close(self) -> None:
        """Close every connection, one in use when it is given back.

        The last one folds the write-ahead log into the file.
        """
        with self._lock:
            self._is_closed = True
            idle, self._idle = self._idle, []
        for connection in idle:
            connection.close()

    @contextmanager
    def _lent(self) -> Iterator[sqlite3.Connection]:
        with self._lock:
            kept = self._idle.pop() if self._idle else None
        connection = kept or self._connect()
        try:
            yield connection
        finally:
            self._take_back(connection)

    def _take_back(self, connection: sqlite3.Connection) -> None:
        with self._lock:
            # One that could not roll back is of no more use.
            if not self._is_closed and not connection.in_transaction:
                self._idle.append(connection)
                return
        connection.close()

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(
            self.path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
        )
        try:
            connection.row_factory = sqlite3.Row
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA synchronous = FULL")
        except sqlite3.Error:
            connection.close()
            raise
        return connection


@contextmanager
def transaction(connection: sqlite3.Connection, begin: str) -> Iterator[None]:
    """What the block does, done whole or not at all; ``begin`` is the statement that opens it."""
    connection.execute(begin)
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        # SQLite itself has rolled back already after some errors, such as a full disk.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Give errors of SQLite that a person can do something about their words.

    Raises:
        StoreProblem: In place of the error of SQLite.
    """
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_OK) & _PRIMARY
        if problem := _problem(code, path, str(error)):
            raise problem from error
        raise
    except msgspec.DecodeError as error:
        raise StoreDamaged(path, str(error)) from error


def _problem(code: int, path: Path, details: str) -> StoreProblem | None:
    if code in _DAMAGED or details.startswith(_LACKING):
        return StoreDamaged(path, details)
    if code in _WORDS:
        return StoreUnavailable(_WORDS[code], path, details)
    return None
