"""The numbered upgrades make just the tables that the program knows."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from sync_server import upgrades
from sync_server.database import Database
from sync_server.tables import Base, UnitRow
from sync_server.units import bundled_units, fill_units
from sync_server.upgrades import State

if TYPE_CHECKING:
    from pathlib import Path

    from tests.sync_server.city import City


def test_the_steps_lead_to_the_tables_of_the_program(database: Database) -> None:
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []
    assert upgrades.state_of(database) is State.CURRENT


def test_upgrading_again_changes_nothing(database: Database) -> None:
    upgrades.upgrade(database)
    assert upgrades.state_of(database) is State.CURRENT


def test_an_empty_database_is_seen_to_be_empty(tmp_path: Path) -> None:
    with closing(Database(f"sqlite:///{tmp_path / 'new.db'}")) as database:
        assert upgrades.state_of(database) is State.EMPTY


def test_the_city_is_filled_in_once(city: City) -> None:
    city.database.write(fill_units)
    units = city.rows(UnitRow)
    assert len(units) == 1 + 7 + 36
    assert {unit.name for unit in units if unit.parent == "14.72"} >= {"Dumai Kota", "Bukit Kapur"}


def test_units_know_their_kind() -> None:
    titles = {unit.code: unit.title for unit in bundled_units()}
    assert titles["14.72"] == "Kota Dumai"
    assert titles["14.72.06"] == "Kecamatan Dumai Kota"
    assert titles["14.72.06.1003"] == "Kelurahan Dumai Kota"


def test_grades_live_through_the_upgrade_that_lets_claims_be_missing(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    with closing(Database(f"sqlite:///{path}")) as database:
        upgrades.upgrade(database, "0001")
        assert upgrades.state_of(database) is State.OLD
        keep_grade(path, "1", "90")
        upgrades.upgrade(database)
        assert upgrades.state_of(database) is State.CURRENT
        keep_grade(path, "2", "NULL")
    with closing(sqlite3.connect(path)) as plain:
        kept = plain.execute("SELECT record, claim FROM grades ORDER BY record").fetchall()
    assert kept == [("1", 90), ("2", None)]


def keep_grade(path: Path, record: str, claim: str) -> None:
    """A grade without the rows that it refers to, which a plain connection lets pass."""
    with closing(sqlite3.connect(path)) as plain, plain:
        plain.execute(
            f"""INSERT INTO grades (unit, record, person, course, quiz, happened_at, claim, score,
                passed, jp, end_test) VALUES ('14.72', '{record}', '1', 'ASN-99', 'asn-99-akhir',
                '2026-11-24', {claim}, 90, 1, 1, 1)"""  # noqa: S608
        )
