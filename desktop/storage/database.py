"""The SQLite file: connections, units of work, and errors in words for people."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING, Any

import msgspec
from sqlalchemy import Connection, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError

from desktop.storage.errors import StoreDamaged, StoreProblem, StoreUnavailable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy.pool import ConnectionPoolEntry, PoolProxiedConnection

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
    """One database file; safe to use from several threads, each with its own connection."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._engine = create_engine(
            URL.create("sqlite", database=str(path)),
            connect_args={"isolation_level": None, "timeout": BUSY_SECONDS},
        )
        event.listen(self._engine, "connect", _prepare)
        event.listen(self._engine, "begin", _begin)
        self._writing = self._engine.execution_options(writing=True)
        self._one_at_a_time = Lock()
        self._direct: PoolProxiedConnection | None = None

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A transaction that sees one state of the data throughout.

        Raises:
            StoreProblem: The file can't be read.
        """
        with explained(self.path), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A transaction that is on disk when the block has ended, or has changed nothing.

        Raises:
            StoreProblem: The file can't be written.
        """
        with explained(self.path), self._writing.begin() as connection:
            yield connection

    def write_one(self, statement: str, values: tuple[str | int, ...]) -> list[Any]:
        """One statement as a transaction of its own, over a connection that is kept for it.

        For the one write that people wait for, an answer: a unit of work of SQLAlchemy takes three
        times as long as the commit itself where the disk is fast.

        Returns:
            The rows that the statement returns.

        Raises:
            StoreProblem: The file can't be written; nothing was changed.
        """
        with explained(self.path), self._one_at_a_time:
            if self._direct is None:
                self._direct = self._engine.raw_connection()
            cursor = self._direct.cursor()
            cursor.execute(statement, values)
            return list(cursor.fetchall())

    def close(self) -> None:
        """Close every connection; the last one folds the write-ahead log into the file."""
        with self._one_at_a_time:
            if self._direct is not None:
                self._direct.close()
                self._direct = None
        self._engine.dispose()


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Give errors of SQLite that a person can do something about their words.

    Raises:
        StoreProblem: In place of the error of SQLite.
    """
    try:
        yield
    except DBAPIError as error:
        _explain(error.orig, path)
        raise
    except sqlite3.Error as error:
        _explain(error, path)
        raise
    except msgspec.DecodeError as error:
        raise StoreDamaged(path, str(error)) from error


def _explain(error: BaseException | None, path: Path) -> None:
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_OK) & _PRIMARY
    if problem := _problem(code, path, str(error)):
        raise problem from error


def _problem(code: int, path: Path, details: str) -> StoreProblem | None:
    if code in _DAMAGED or details.startswith(_LACKING):
        return StoreDamaged(path, details)
    if code in _WORDS:
        return StoreUnavailable(_WORDS[code], path, details)
    return None


def _prepare(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")


def _begin(connection: Connection) -> None:
    # A reader that becomes a writer half-way would fail at once beside another writer.
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")
