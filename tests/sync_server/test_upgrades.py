"""The numbered upgrades make just the tables that the program knows."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from sync_server import upgrades
from sync_server.database import Database
from sync_server.tables import Base, GradeRow, UnitRow
from sync_server.units import bundled_units, fill_units
from sync_server.upgrades import State
from tests.sync_server.city import BUDI, City

if TYPE_CHECKING:
    from pathlib import Path


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
    with closing(Database(f"sqlite:///{tmp_path / 'old.db'}")) as database:
        upgrades.upgrade(database, "0001")
        assert upgrades.state_of(database) is State.OLD
        database.write(fill_units)
        city = City(database)
        budi, pc = city.people(tmp_path)[BUDI], city.pc()
        pc.send(pc.attempt(budi, claim=90))
        upgrades.upgrade(database)
        assert upgrades.state_of(database) is State.CURRENT
        pc.send(pc.attempt(budi, claim=None))
        assert [row.claim for row in city.rows(GradeRow)] == [90, None]
