from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from desktop.storage.model import Delivery
from tests.desktop.stores import finish_quiz

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from desktop.storage.store import Store

_TWIN = "INTO records SELECT id, '', '', 1, 1, '' FROM records WHERE true"


@pytest.mark.parametrize(
    ("statement", "reason"),
    [
        ("UPDATE records SET body = '{}'", "never change"),
        ("UPDATE records SET id = 'x'", "never change"),
        ("DELETE FROM records", "never vanish"),
        (f"REPLACE {_TWIN}", "never replaced"),
        (f"INSERT OR IGNORE {_TWIN}", "never replaced"),
        (f"INSERT {_TWIN} ON CONFLICT DO UPDATE SET body = ''", "never replaced"),
    ],
)
def test_no_statement_changes_a_record(
    store: Store, siti: UUID, tmp_path: Path, statement: str, reason: str
) -> None:
    record = finish_quiz(store, siti)
    with closing(sqlite3.connect(tmp_path / "bina-asn.db", isolation_level=None)) as other:
        with pytest.raises(sqlite3.IntegrityError, match=reason):
            other.execute(statement)
        assert other.execute("SELECT count(*) FROM records").fetchone() == (1,)
    assert [kept.record for kept in store.records(siti)] == [record]


def test_numbers_run_without_gaps(store: Store, siti: UUID) -> None:
    made = [finish_quiz(store, siti) for _ in range(5)]
    assert [record.seq for record in made] == [1, 2, 3, 4, 5]
    assert store.unsent(100) == tuple(made)
    assert store.last_seq() == 5


def test_a_new_record_waits_to_be_sent(store: Store, siti: UUID) -> None:
    finish_quiz(store, siti)
    (kept,) = store.records(siti)
    assert (kept.delivery, kept.score, kept.reason) == (Delivery.UNSENT, None, "")


def test_records_come_by_time(store: Store, siti: UUID) -> None:
    made = [finish_quiz(store, siti, f"asn-99-0{number}") for number in range(3)]
    assert {kept.record.id for kept in store.records(siti)} == {each.id for each in made}
    moments = [(kept.record.at, kept.record.id) for kept in store.records(siti)]
    assert moments == sorted(moments)
