from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TYPE_CHECKING

import pytest

from desktop.storage.database import Database
from desktop.storage.errors import StoreDamaged
from desktop.storage.opening import prepare
from tests.desktop.stores import Clock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

THREADS, ADDED = 4, 25
ADD = "UPDATE settings SET value = value + 1 WHERE key = 'jumlah'"


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    made = Database(prepare(tmp_path, Clock()()))
    with made.write() as connection:
        connection.execute("INSERT INTO settings VALUES ('jumlah', '0')")
    yield made
    made.close()


def count(database: Database) -> int:
    with database.read() as connection:
        return int(connection.execute("SELECT value FROM settings").fetchone()["value"])


def test_what_an_error_cuts_off_changes_nothing(database: Database) -> None:
    def add_and_fail() -> None:
        with database.write() as connection:
            connection.execute(ADD)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        add_and_fail()
    assert count(database) == 0


def test_a_foreign_key_must_be_there(database: Database) -> None:
    with pytest.raises(sqlite3.IntegrityError), database.write() as connection:
        connection.execute("INSERT INTO passwords VALUES ('x', 'y')")


def test_a_reader_sees_one_state_while_another_writes(database: Database) -> None:
    with database.read() as reading:
        before = reading.execute("SELECT value FROM settings").fetchone()["value"]
        with database.write() as writing:
            writing.execute(ADD)
        assert reading.execute("SELECT value FROM settings").fetchone()["value"] == before
    assert count(database) == 1


def test_threads_that_write_at_once_lose_nothing(database: Database) -> None:
    together = Barrier(THREADS)

    def add() -> None:
        together.wait()
        for _ in range(ADDED):
            with database.write() as connection:
                connection.execute(ADD)

    with ThreadPoolExecutor(THREADS) as threads:
        for done in [threads.submit(add) for _ in range(THREADS)]:
            done.result()
    assert count(database) == THREADS * ADDED


def test_a_connection_is_lent_again(database: Database) -> None:
    with database.read() as first:
        pass
    with database.write() as second:
        assert second is first


def test_another_thread_closes_what_is_idle_and_what_is_in_use_ends_whole(
    database: Database,
) -> None:
    with database.write() as connection:
        with ThreadPoolExecutor(1) as threads:
            threads.submit(database.close).result()
        connection.execute(ADD)
    with pytest.raises(sqlite3.ProgrammingError):
        connection.execute("SELECT 1")
    assert [path.name for path in database.path.parent.iterdir()] == [database.path.name]
    assert count(database) == 1


def test_a_connection_that_can_not_be_made_is_told_in_words(tmp_path: Path) -> None:
    path = tmp_path / "rusak.db"
    path.write_bytes(b"rusak" * 1000)
    with pytest.raises(StoreDamaged), Database(path).read():
        pass
