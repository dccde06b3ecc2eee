"""Transactions that lose a race run again; others fail as they failed."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError, OperationalError, ProgrammingError

from sync_server.database import ContendedError, Database
from sync_server.tables import UnitRow

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy.orm import Session


class Work:
    """Renames the city, then fails as told before it ends well."""

    def __init__(self, *errors: Exception) -> None:
        self.errors = list(errors)
        self.tries = 0

    def __call__(self, session: Session) -> str:
        self.tries += 1
        city = session.get_one(UnitRow, "14.72")
        city.name += "!"
        session.flush()
        if self.errors:
            raise self.errors.pop(0)
        return city.name


def test_a_lost_race_starts_from_the_beginning(database: Database) -> None:
    work = Work(ContendedError(), IntegrityError("", {}, ValueError()))
    assert database.write(work) == "Kota Dumai!"
    assert work.tries == 3


def test_nobody_races_for_ever(database: Database) -> None:
    work = Work(*[ContendedError() for _ in range(9)])
    with pytest.raises(ContendedError):
        database.write(work)
    assert work.tries == 5


def test_a_failure_of_another_kind_is_not_repeated(database: Database) -> None:
    work = Work(OperationalError("", {}, ValueError("disk full")))
    with pytest.raises(OperationalError):
        database.write(work)
    assert work.tries == 1
    with database.reading() as session:
        assert session.get_one(UnitRow, "14.72").name == "Kota Dumai"


def test_errors_quote_no_values(database: Database) -> None:
    with (
        pytest.raises((OperationalError, ProgrammingError)) as caught,
        database.reading() as session,
    ):
        session.execute(text("SELECT :nip FROM nowhere"), {"nip": "198503122010011004"})
    assert "198503122010011004" not in str(caught.value)


def test_sqlite_is_as_durable_as_it_can_be(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'server.db'}"
    with closing(Database(url)) as sqlite, sqlite.engine.connect() as connection:
        read = [
            connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        ]
    assert read == ["wal", 2, 1]
