from __future__ import annotations

import os
import random
import sqlite3
import stat
import sys
from contextlib import closing
from pathlib import Path
from uuid import UUID

import pytest

from desktop.storage import opening
from desktop.storage.errors import StoreDamaged, StoreTooNew, StoreUnavailable
from desktop.storage.model import Delivery
from desktop.storage.store import Store
from desktop.storage.upgrades import STEPS
from tests.desktop.rights import folder_for_all, without_rights
from tests.desktop.stores import OTHER_NIP, Clock, add_person, finish_quiz, open_store

VERSION_1 = Path(__file__).with_name("version_1.sql").read_text("utf-8")
SITI = UUID(int=1)
PAGE = 4096
on_posix = pytest.mark.skipif(sys.platform == "win32", reason="rights are another matter there")


def write_version_1(folder: Path) -> Path:
    path = folder / opening.FILE_NAME
    with closing(sqlite3.connect(path)) as file:
        file.executescript(VERSION_1)
    return path


def filled(folder: Path) -> Path:
    store = open_store(folder)
    add_person(store, SITI)
    for number in range(30):
        finish_quiz(store, SITI, f"asn-99-{number:02}")
    store.close()
    return folder / opening.FILE_NAME


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_first_start_makes_folder_database_and_identity(tmp_path: Path) -> None:
    folder = tmp_path / "baru" / "data"
    store = open_store(folder)
    device, key = store.device_id(), bytes(store.signing_key())
    assert (store.enrolment(), store.cursor(), store.last_seq()) == (None, 0, 0)
    assert device.version == 4
    store.close()
    again = open_store(folder, seed=2)
    assert (again.device_id(), bytes(again.signing_key())) == (device, key)
    again.close()
    assert [path.name for path in folder.iterdir()] == [opening.FILE_NAME]


def test_the_database_survives_a_power_cut_by_its_settings(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    with store._database.write() as connection:
        pragmas = {
            name: connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "foreign_keys")
        }
    store.close()
    assert pragmas == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


@on_posix
def test_only_its_owner_reads_the_database(tmp_path: Path) -> None:
    store = open_store(tmp_path / "data")
    add_person(store, SITI)
    modes = {stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "data").iterdir()}
    store.close()
    assert modes == {0o600}
    assert stat.S_IMODE((tmp_path / "data").stat().st_mode) == 0o700


@on_posix
def test_a_folder_opened_to_a_group_holds_a_file_for_that_group(tmp_path: Path) -> None:
    tmp_path.chmod(0o2770)
    open_store(tmp_path).close()
    assert stat.S_IMODE((tmp_path / opening.FILE_NAME).stat().st_mode) == 0o660


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs root")
def test_what_root_makes_belongs_to_the_owner_of_the_folder(tmp_path: Path) -> None:
    os.chown(tmp_path, 12345, 23456)
    open_store(tmp_path).close()
    made = (tmp_path / opening.FILE_NAME).stat()
    assert (made.st_uid, made.st_gid) == (12345, 23456)


def test_an_empty_file_left_by_a_power_cut_is_a_first_start(tmp_path: Path) -> None:
    (tmp_path / opening.FILE_NAME).touch()
    store = open_store(tmp_path)
    assert store.last_seq() == 0
    store.close()


def test_a_database_of_version_1_comes_through_whole(tmp_path: Path) -> None:
    write_version_1(tmp_path)
    store = open_store(tmp_path)
    assert [who.name for who in store.learners()] == ["Budi Santoso", "Siti Aminah"]
    store.check_password(SITI, "kelapa muda 7")
    kept = {each.record.seq: each for each in store.records(SITI)}
    assert {seq: each.delivery for seq, each in kept.items()} == {
        2: Delivery.ACCEPTED,
        3: Delivery.REJECTED,
        4: Delivery.UNSENT,
    }
    assert kept[2].score == 25
    (draft,) = store.open_attempts(SITI)
    assert (draft.answers, draft.current) == ((("satu", ["a", "b"]),), "dua")
    assert store.setting("ukuran_huruf") == "2"
    assert store.last_seq() == 4
    assert finish_quiz(store, SITI, "asn-99-03").seq == 5
    store.close()


def test_an_upgrade_keeps_a_whole_copy_of_the_file_before(tmp_path: Path) -> None:
    path = write_version_1(tmp_path)
    steps = (*STEPS, ("ALTER TABLE learners ADD COLUMN unit TEXT NOT NULL DEFAULT ''",))
    opening.prepare(tmp_path, Clock()(), steps)
    copy = tmp_path / "bina-asn-versi-1-20261124-030000.db"
    assert (opening.inspect(path, newest=len(steps)), opening.inspect(copy)) == (len(steps), 1)
    with closing(sqlite3.connect(path)) as file:
        assert file.execute("SELECT unit FROM learners").fetchall() == [("",), ("",)]
    with closing(sqlite3.connect(copy)) as file:
        assert file.execute("SELECT count(*) FROM records").fetchone() == (4,)


@on_posix
@pytest.mark.parametrize(("rights", "copied"), [(0o600, 0o600), (0o660, 0o660)])
def test_the_copy_is_as_open_as_the_file(tmp_path: Path, rights: int, copied: int) -> None:
    write_version_1(tmp_path).chmod(rights)
    steps = (*STEPS, ("ALTER TABLE learners ADD COLUMN unit TEXT NOT NULL DEFAULT ''",))
    opening.prepare(tmp_path, Clock()(), steps)
    (copy,) = tmp_path.glob("*-versi-*")
    assert stat.S_IMODE(copy.stat().st_mode) == copied


def test_an_upgrade_that_fails_changes_nothing(tmp_path: Path) -> None:
    path = write_version_1(tmp_path)
    steps = (*STEPS, ("ALTER TABLE learners ADD COLUMN unit TEXT", "NOT SQL"))
    with pytest.raises(sqlite3.OperationalError):
        opening.prepare(tmp_path, Clock()(), steps)
    assert opening.inspect(path) == 1
    store = open_store(tmp_path)
    assert len(store.learners()) == 2
    store.close()


def test_a_newer_database_is_left_byte_for_byte(tmp_path: Path) -> None:
    path = filled(tmp_path)
    with closing(sqlite3.connect(path)) as file:
        file.execute(f"PRAGMA user_version = {len(STEPS) + 1}")
    before = path.read_bytes()
    with pytest.raises(StoreTooNew) as caught:
        open_store(tmp_path)
    assert caught.value.path == path
    assert "lebih baru" in caught.value.message
    assert path.read_bytes() == before


def test_another_programs_database_is_left_byte_for_byte(tmp_path: Path) -> None:
    path = tmp_path / opening.FILE_NAME
    with closing(sqlite3.connect(path)) as file:
        file.execute("CREATE TABLE resep (nama TEXT)")
    before = path.read_bytes()
    with pytest.raises(StoreDamaged, match="bukan milik"):
        open_store(tmp_path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"x", b"SQLite format 3\0", b"\0" * 5000, b"<html>" * 900])
def test_a_file_that_is_no_database_is_left_byte_for_byte(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / opening.FILE_NAME
    path.write_bytes(content)
    with pytest.raises(StoreDamaged):
        open_store(tmp_path)
    assert files(tmp_path) == {path.name: content}


def test_a_folder_in_its_place_is_told_and_left(tmp_path: Path) -> None:
    (tmp_path / opening.FILE_NAME).mkdir()
    with pytest.raises(StoreDamaged):
        open_store(tmp_path)
    assert not list((tmp_path / opening.FILE_NAME).iterdir())


@pytest.mark.parametrize("change", ["DROP TABLE settings", "ALTER TABLE settings DROP value"])
def test_a_database_that_lacks_a_part_is_damaged(tmp_path: Path, change: str) -> None:
    path = filled(tmp_path)
    with closing(sqlite3.connect(path)) as file:
        file.execute(change)
    store = open_store(tmp_path)
    with pytest.raises(StoreDamaged):
        store.setting("ukuran_huruf")
    store.close()


def test_a_database_damaged_on_any_page_is_left_byte_for_byte(tmp_path: Path) -> None:
    whole = filled(tmp_path).read_bytes()
    path = tmp_path / opening.FILE_NAME
    noise = random.Random(5).randbytes(PAGE)
    pages = range(len(whole) // PAGE)
    assert len(pages) > 10
    for page in pages:
        damaged = whole[: page * PAGE] + noise + whole[(page + 1) * PAGE :]
        path.write_bytes(damaged)
        with pytest.raises(StoreDamaged):
            open_store(tmp_path)
        assert path.read_bytes() == damaged


@pytest.mark.parametrize("share", [0.02, 0.3, 0.5, 0.9])
def test_a_database_cut_anywhere_is_left_byte_for_byte(tmp_path: Path, share: float) -> None:
    path = filled(tmp_path)
    cut = path.read_bytes()[: int(path.stat().st_size * share)]
    path.write_bytes(cut)
    with pytest.raises(StoreDamaged):
        open_store(tmp_path)
    assert path.read_bytes() == cut


def test_damage_that_shows_only_later_is_told_in_words(tmp_path: Path) -> None:
    path = filled(tmp_path)
    content = path.read_bytes()
    path.write_bytes(content.replace(b'"kind":"attempt_finished"', b'"kind":"attempt_finixxxx"'))
    store = open_store(tmp_path)
    with pytest.raises(StoreDamaged):
        store.records(SITI)
    assert store.learner(SITI).name == "Siti Aminah"
    store.close()


def test_a_torn_end_of_the_log_costs_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    add_person(store, SITI)
    finish_quiz(store, SITI)
    log = tmp_path / f"{opening.FILE_NAME}-wal"
    copy = tmp_path / "salinan"
    copy.mkdir()
    (copy / opening.FILE_NAME).write_bytes((tmp_path / opening.FILE_NAME).read_bytes())
    (copy / log.name).write_bytes(log.read_bytes() + b"\x37" * 3000)
    store.close()
    again = open_store(copy)
    assert [kept.record.seq for kept in again.records(SITI)] == [1]
    again.close()


@on_posix
def test_a_read_only_folder_is_told_in_words() -> None:
    with folder_for_all() as folder:
        before = filled(folder).read_bytes()
        with without_rights(folder), pytest.raises(StoreUnavailable, match="hak akses"):
            open_store(folder)
        assert (folder / opening.FILE_NAME).read_bytes() == before


@on_posix
def test_a_read_only_folder_without_database_is_told_in_words() -> None:
    with folder_for_all() as folder:
        with without_rights(folder), pytest.raises(StoreUnavailable, match="hak akses"):
            open_store(folder)
        assert list(folder.iterdir()) == []


def test_a_file_where_the_folder_should_be_is_told_in_words(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("bukan folder")
    with pytest.raises(StoreUnavailable):
        open_store(tmp_path / "data" / "dalam")


def test_a_database_locked_by_another_program_is_told_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.storage.database.BUSY_SECONDS", 0)
    monkeypatch.setattr("desktop.storage.opening.BUSY_SECONDS", 0)
    store = open_store(tmp_path)
    with (
        store._database.write(),
        pytest.raises(StoreUnavailable, match="sedang dipakai"),
    ):
        Store.open(tmp_path, Clock(), random.Random(2).randbytes)
    store.register("Budi", OTHER_NIP)
    store.close()
