from __future__ import annotations

import shutil
from contextlib import closing
from sqlite3 import connect
from typing import TYPE_CHECKING
from uuid import UUID

import pytest

from desktop.storage.opening import FILE_NAME
from desktop.storage.store import Store
from desktop.storage.survey import Survey, survey
from lessons.exchange.messages import Rejection
from tests.desktop.stores import NIP, accept_all, add_person, finish_quiz, open_store, reply

if TYPE_CHECKING:
    from pathlib import Path

SITI = UUID(int=1)


@pytest.fixture
def used(tmp_path: Path) -> Path:
    """A folder whose one result the server has."""
    store = open_store(tmp_path)
    add_person(store, SITI)
    finish_quiz(store, SITI)
    accept_all(store)
    store.close()
    return tmp_path


def again(folder: Path) -> Store:
    return open_store(folder, seed=2)


def test_what_the_server_has_and_what_was_never_begun_is_nothing(used: Path) -> None:
    assert survey(used) == Survey()
    assert not Survey().holds_results


def test_a_folder_without_database_or_with_an_empty_one_holds_nothing(tmp_path: Path) -> None:
    assert survey(tmp_path) == Survey()
    (tmp_path / FILE_NAME).touch()
    assert survey(tmp_path) == Survey()


def test_each_kind_of_work_is_counted(used: Path) -> None:
    store = again(used)
    refused = finish_quiz(store, SITI)
    reply(store, (refused,), rejected=(Rejection(0, "unreadable", refused.seq),))
    finish_quiz(store, SITI)
    store.register("Budi", "199009132025242014")
    first = store.begin_attempt(SITI, "ASN-99", 1, "asn-99-01", "rev-1", 7)
    assert survey(used) == Survey(unsent=2, rejected=1)
    store.keep_answer(first.id, "satu", "a", 5)
    assert survey(used) == Survey(unsent=2, rejected=1, begun=1)
    store.begin_attempt(SITI, "ASN-99", 2, "asn-99-01", "rev-2", 7)
    assert survey(used) == Survey(unsent=2, rejected=1)
    store.close()
    assert survey(used).holds_results


def test_what_a_killed_program_left_in_its_log_is_counted(used: Path, tmp_path: Path) -> None:
    store = again(used)
    finish_quiz(store, SITI)
    killed = tmp_path / "salinan"
    killed.mkdir()
    for path in used.glob(f"{FILE_NAME}*"):
        shutil.copy(path, killed)
    store.close()
    assert survey(killed) == Survey(unsent=1)


def test_a_copy_made_before_an_upgrade_holds_nothing_more(used: Path) -> None:
    store = again(used)
    waiting = finish_quiz(store, SITI)
    copy = store.backup(used / "bina-asn-versi-1-20260101-000000.db")
    reply(store, (waiting,), accepted=((waiting.seq, waiting.seq),))
    store.close()
    assert survey(used) == Survey()
    (used / FILE_NAME).unlink()
    assert survey(used) == Survey(unsent=1)
    copy.unlink()
    assert survey(used) == Survey()


def test_a_copy_of_another_identity_counts(used: Path, tmp_path: Path) -> None:
    other = open_store(tmp_path / "lain", seed=9)
    other.register("Siti", NIP)
    other.backup(used / "bina-asn-20260101-000000.db")
    other.close()
    assert survey(used) == Survey(unsent=1)


def test_what_was_set_aside_may_hold_results(used: Path) -> None:
    (used / "bina-asn-disisihkan-20260101.db").write_bytes(b"rusak" * 1000)
    assert survey(used) == Survey(unclear=("bina-asn-disisihkan-20260101.db",))
    again(used).close()
    kept = Store.set_aside(used)
    assert survey(used).unclear == tuple(sorted((kept.name, "bina-asn-disisihkan-20260101.db")))


def test_a_damaged_and_a_newer_database_may_hold_results(used: Path) -> None:
    with closing(connect(used / FILE_NAME)) as file:
        file.execute("PRAGMA user_version = 99")
    assert survey(used) == Survey(unclear=(FILE_NAME,))
    (used / FILE_NAME).write_bytes(b"rusak" * 1000)
    assert survey(used) == Survey(unclear=(FILE_NAME,))
