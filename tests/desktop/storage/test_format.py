"""The bytes of the columns: files that the store wrote through SQLAlchemy go on."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from uuid import UUID

from desktop.storage.model import Delivery, Enrolment, Place
from desktop.storage.opening import FILE_NAME
from tests.desktop.stores import NIP, Clock, open_store

EARLIER = Path(__file__).with_name("written_by_sqlalchemy.sql").read_text("utf-8")
SITI, ANI, GONE, ELSEWHERE = (UUID(int=number) for number in (1, 2, 3, 77))
WIB = timezone(timedelta(hours=7))


def write_earlier(folder: Path) -> Path:
    path = folder / FILE_NAME
    with closing(sqlite3.connect(path)) as file:
        file.executescript(EARLIER)
    return path


def test_a_database_of_the_store_before_comes_through_whole(tmp_path: Path) -> None:
    write_earlier(tmp_path)
    store = open_store(tmp_path)
    assert [(who.name, who.has_password, who.needs_code) for who in store.learners()] == [
        ("Ani «Ayu» Wati", False, True),
        ("Budi Santoso", True, False),
        ("Siti Aminah", True, False),
    ]
    assert [who.verified for who in store.learners()] == [True, True, True]
    assert store.learner(SITI).nip == NIP
    kept = {each.record.seq: each for each in store.records(SITI) if each.record.device.int != 77}
    assert [
        (seq, kept[seq].delivery, kept[seq].score, kept[seq].reason) for seq in sorted(kept)
    ] == [
        (2, Delivery.REJECTED, None, "unreadable"),
        (3, Delivery.ACCEPTED, 25, ""),
        (4, Delivery.UNSENT, None, ""),
        (5, Delivery.UNSENT, None, ""),
    ]
    assert kept[2].record.at == Clock()()
    assert [each.score for each in store.records(SITI) if each.record.device == ELSEWHERE] == [
        None,
        75,
    ]
    store.close()


def test_work_begun_in_the_store_before_goes_on(tmp_path: Path) -> None:
    write_earlier(tmp_path)
    store = open_store(tmp_path)
    (draft,) = store.open_attempts(SITI)
    assert (draft.answers, draft.current, draft.seed) == ((("satu", "ü"),), "dua", 0)
    at = datetime(2026, 11, 24, 3, 0, 1, tzinfo=UTC)
    assert store.last_place(SITI) == Place("ASN-99", "asn-99-01", 1.0, at)
    assert store.place(SITI, "asn-99-02") == Place("ASN-99", "asn-99-02", 1 / 3, at)
    state = store.sync_state()
    assert (state.unsent, state.rejected, state.last_success) == (2, 1, Clock()())
    assert (state.enrolment, store.cursor()) == (
        Enrolment("https://server.example", "14.72.01", "Dumai", "BKPSDM"),
        12,
    )
    assert store.finish_attempt(draft.id, ("satu",), 9, 0).seq == 6
    store.close()
