"""The bytes of the columns: files that the store wrote through SQLAlchemy go on, and look alike."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

import pytest

from desktop.storage.errors import WrongPassword
from desktop.storage.model import Delivery, Enrolment, Place
from desktop.storage.opening import FILE_NAME
from lessons.exchange.messages import OtherRecord, Rejection, Reply, RosterEntry, Verdict
from lessons.records import LessonFinished, Record
from tests.desktop.stores import NIP, OTHER_NIP, Clock, add_person, finish_quiz, open_store

if TYPE_CHECKING:
    from desktop.storage.store import Store

EARLIER = Path(__file__).with_name("written_by_sqlalchemy.sql").read_text("utf-8")
SITI, ANI, GONE, ELSEWHERE = (UUID(int=number) for number in (1, 2, 3, 77))
WIB = timezone(timedelta(hours=7))


def work(store: Store) -> None:
    """Everything that the store can be asked to keep."""
    store.keep_enrolment(Enrolment("https://server.example", "14.72.01", "Dumai", "BKPSDM"))
    add_person(store, SITI)
    add_person(store, ANI, name="Ani «Ayu» Wati", nip="199103122020012003", activation="$argon2id$")
    add_person(store, GONE, name="Tono", nip="198001012005011001", active=False)
    register_and_join(store)
    sign_in(store)
    read(store)
    answer(store)
    exchange(store)
    store.keep_setting("ukuran_huruf", "2")


def register_and_join(store: Store) -> None:
    budi = store.register("Budi  Santoso", OTHER_NIP)
    store.set_password(budi.id, "kelapa muda 7")
    entry = RosterEntry(UUID(int=4), "Budi Santoso", OTHER_NIP, "PPPK")
    store.apply_reply((), Reply("0" * 16, learners=(entry,), aliases=((budi.id, entry.id),)))


def sign_in(store: Store) -> None:
    store.set_password(SITI, "kelapa muda 7")
    for wrong in range(5):
        with pytest.raises(WrongPassword):
            store.check_password(SITI, f"salah {wrong}")


def read(store: Store) -> None:
    at = datetime(2026, 11, 24, 10, 0, 1, 900_000, tzinfo=WIB)
    store.keep_place(SITI, Place("ASN-99", "asn-99-01", 0.5, at))
    store.keep_place(SITI, Place("ASN-99", "asn-99-02", 1 / 3, at))
    store.keep_place(SITI, Place("ASN-99", "asn-99-01", 1.0, at))
    store.finish_lesson(SITI, "ASN-99", 1, "asn-99-01", 300)


def answer(store: Store) -> None:
    for number in range(3):
        finish_quiz(store, SITI, f"asn-99-0{number}")
    store.begin_attempt(SITI, "ASN-99", 1, "asn-99-akhir", "rev-0", 2**53 - 1)
    draft = store.begin_attempt(SITI, "ASN-99", 1, "asn-99-akhir", "rev-1", 0)
    for given in ("a", ["a", "b"], None, "ü"):
        store.keep_answer(draft.id, "satu", given, 5)
    store.keep_current(draft.id, "dua")


def exchange(store: Store) -> None:
    at = datetime(1969, 12, 31, 23, tzinfo=UTC)
    body = LessonFinished("ASN-99", 1, "asn-99-03", 60)
    others = tuple(
        OtherRecord(Record(UUID(int=1000 + number), SITI, ELSEWHERE, number, at, body), score)
        for number, score in ((1, None), (2, 75))
    )
    reply = Reply(
        "0" * 16,
        cursor=12,
        accepted=((1, 1), (3, 3)),
        rejected=(Rejection(1, "unreadable", 2),),
        verdicts=(Verdict(3, 25),),
        records=others,
    )
    store.apply_reply(store.unsent(4), reply)
    store.note_try(None)
    store.note_try("Server tidak dapat dihubungi.")


def write_earlier(folder: Path) -> Path:
    path = folder / FILE_NAME
    with closing(sqlite3.connect(path)) as file:
        file.executescript(EARLIER)
    return path


def dump(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as file:
        marks = [f"{file.execute(f'PRAGMA {name}').fetchone()}" for name in MARKS]
        return [*marks, *file.iterdump()]


MARKS = ("application_id", "user_version")


def test_the_same_work_leaves_the_same_database(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    work(store)
    store.close()
    earlier = tmp_path / "dulu"
    earlier.mkdir()
    assert dump(tmp_path / FILE_NAME) == dump(write_earlier(earlier))


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
