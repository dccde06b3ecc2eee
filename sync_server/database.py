"""The database: connections, transactions, and where SQLite and PostgreSQL differ."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

from sqlalchemy import Connection, Engine, Table, create_engine, event
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, IntegrityError, OperationalError
from sqlalchemy.orm import Session

from sync_server.errors import SetupError

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from sqlalchemy.pool import ConnectionPoolEntry

    from sync_server.tables import Base

Work = TypeVar("Work")
_TRIES: Final = 5
_BUSY_MILLISECONDS: Final = 30_000
_CONNECTIONS: Final = 16
_LOST_RACES: Final = {"40001", "40P01"}
"""PostgreSQL's codes for a serialisation failure and a deadlock."""


class ContendedError(Exception):
    """What was read before the locks were taken no longer holds: the transaction must run again."""


class Database:
    """One database, SQLite or PostgreSQL, shared by all threads of a process."""

    def __init__(self, url: str) -> None:
        """Prepare to connect; nothing is opened yet.

        Raises:
            SetupError: The URL can't be understood, or its kind is not supported.
        """
        self.engine = _engine(url)
        self._writer = self.engine.execution_options(write=True)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session for reading: one consistent state on SQLite, committed rows on PostgreSQL."""
        with Session(self.engine) as session:
            yield session

    def write(self, work: Callable[[Session], Work]) -> Work:
        """Do ``work`` in one transaction, from the start again when it lost a race to another.

        Raises:
            sqlalchemy.exc.SQLAlchemyError: It failed for another reason, or lost every try.
        """
        for _ in range(_TRIES - 1):
            try:
                return self._write_once(work)
            except (ContendedError, IntegrityError, OperationalError) as error:
                if not _lost_a_race(error):
                    raise
        return self._write_once(work)

    def close(self) -> None:
        """Close all connections."""
        self.engine.dispose()

    def _write_once(self, work: Callable[[Session], Work]) -> Work:
        with Session(self._writer, expire_on_commit=False) as session, session.begin():
            return work(session)


def insert_all(session: Session, row: type[Base], values: Sequence[Mapping[str, Any]]) -> None:
    """Insert many rows in one go; none is fine."""
    if values:
        session.connection().execute(table_of(row).insert(), list(values))


def insert_new(session: Session, row: type[Base], values: Sequence[Mapping[str, Any]]) -> None:
    """Insert many rows; those whose key is there already stay as they are."""
    if values:
        statement = _insert(session, table_of(row)).on_conflict_do_nothing()
        session.connection().execute(statement, list(values))


def upsert_all(session: Session, row: type[Base], values: Sequence[Mapping[str, Any]]) -> None:
    """Insert many rows; where the key is there already, replace everything else that is given."""
    if not values:
        return
    table = table_of(row)
    keys = [column.name for column in table.primary_key]
    given = [name for name in values[0] if name not in keys]
    statement = _insert(session, table)
    replaced = {name: statement.excluded[name] for name in given}
    session.connection().execute(
        statement.on_conflict_do_update(index_elements=keys, set_=replaced), list(values)
    )


def table_of(row: type[Base]) -> Table:
    """The table behind a mapped class."""
    return cast("Table", row.__table__)


def _insert(session: Session, table: Table) -> postgresql.Insert | sqlite.Insert:
    if session.get_bind().dialect.name == "postgresql":
        return postgresql.insert(table)
    return sqlite.insert(table)


def _engine(url: str) -> Engine:
    try:
        parsed = make_url(url)
    except ArgumentError as error:
        raise SetupError("Alamat basis data tidak dikenal.") from error
    match parsed.get_backend_name():
        case "sqlite":
            return _sqlite_engine(url)
        case "postgresql":
            return create_engine(
                parsed.set(drivername="postgresql+psycopg"),
                connect_args={"options": "-c timezone=UTC"},
                hide_parameters=True,
                pool_pre_ping=True,
                pool_size=_CONNECTIONS,
            )
    raise SetupError("Basis data harus SQLite atau PostgreSQL.")


def _sqlite_engine(url: str) -> Engine:
    engine = create_engine(url, hide_parameters=True, pool_size=_CONNECTIONS)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
    # The driver must not begin by itself: it would begin late, and never IMMEDIATE.
    connection.isolation_level = None
    for pragma in (
        f"busy_timeout = {_BUSY_MILLISECONDS}",
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
    ):
        connection.execute(f"PRAGMA {pragma}").close()


def _begin_sqlite(connection: Connection) -> None:
    # A transaction that reads first and writes later can't wait for another writer; one that
    # takes the write lock at once can.
    write = connection.get_execution_options().get("write", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")


def _lost_a_race(error: ContendedError | IntegrityError | OperationalError) -> bool:
    if isinstance(error, OperationalError):
        return getattr(error.orig, "sqlstate", None) in _LOST_RACES
    return True
