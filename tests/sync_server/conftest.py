"""Every test of the server runs on SQLite and on PostgreSQL, both real."""

from __future__ import annotations

import contextlib
import shutil
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import create_engine, make_url, text

from sync_server import upgrades
from sync_server.database import Database
from sync_server.tables import Base
from sync_server.units import fill_units
from tests.sync_server.city import City

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="session")
def filled_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database file with all tables and units, to be copied."""
    path = tmp_path_factory.mktemp("server") / "filled.db"
    database = Database(f"sqlite:///{path}")
    upgrades.upgrade(database)
    database.write(fill_units)
    database.close()
    return path


@pytest.fixture(scope="session")
def filled_postgres(postgres_url: str) -> str:
    """A PostgreSQL with all tables."""
    url = fresh_postgres(postgres_url, "filled")
    with contextlib.closing(Database(url)) as database:
        upgrades.upgrade(database)
    return url


@pytest.fixture
def empty_postgres(postgres_url: str) -> str:
    """A PostgreSQL without any table."""
    return fresh_postgres(postgres_url, "empty")


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database with tables and units, and nobody in it."""
    if request.param == "sqlite":
        shutil.copy(request.getfixturevalue("filled_sqlite"), tmp_path / "server.db")
        return f"sqlite:///{tmp_path / 'server.db'}"
    url: str = request.getfixturevalue("filled_postgres")
    with contextlib.closing(Database(url)) as database:
        empty(database)
    return url


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    with contextlib.closing(Database(database_url)) as opened:
        yield opened


@pytest.fixture
def city(database: Database) -> City:
    return City(database)


def fresh_postgres(cluster: str, name: str) -> str:
    """A new database in a cluster, in place of one of that name; its address."""
    engine = create_engine(cluster, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"))
        connection.execute(text(f"CREATE DATABASE {name}"))
    engine.dispose()
    return make_url(cluster).set(database=name).render_as_string(hide_password=False)


def empty(database: Database) -> None:
    """Take everything out but the units."""
    tables = Base.metadata.sorted_tables
    with database.engine.execution_options(write=True).begin() as connection:
        if connection.dialect.name == "postgresql":
            names = ", ".join(table.name for table in tables)
            connection.execute(text(f"TRUNCATE {names}"))
        else:
            for table in reversed(tables):
                connection.execute(table.delete())
    database.write(fill_units)
