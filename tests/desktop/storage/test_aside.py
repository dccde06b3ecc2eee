from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

import pytest

from desktop.storage.aside import save_copy
from desktop.storage.errors import StoreDamaged, StoreUnavailable
from desktop.storage.opening import FILE_NAME
from desktop.storage.store import Store
from tests.desktop.stores import add_person, finish_quiz, open_store

if TYPE_CHECKING:
    from pathlib import Path

LOG_NAME = f"{FILE_NAME}-wal"
SITI = UUID(int=1)


def killed_in_mid_work(folder: Path) -> bytes:
    """A folder as a killed program leaves it: what was done last stands in the log alone."""
    (folder / "asal").mkdir()
    store = open_store(folder / "asal")
    add_person(store, SITI)
    finish_quiz(store, SITI)
    for name in (FILE_NAME, LOG_NAME):
        (folder / name).write_bytes((folder / "asal" / name).read_bytes())
    store.close()
    return (folder / LOG_NAME).read_bytes()


def test_a_damaged_database_is_renamed_and_a_fresh_one_made(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"rusak" * 1000)
    with pytest.raises(StoreDamaged):
        open_store(tmp_path)
    kept = Store.set_aside(tmp_path)
    assert kept.parent == tmp_path
    assert kept.name.startswith("bina-asn-disisihkan-20")
    assert kept.read_bytes() == b"rusak" * 1000
    store = open_store(tmp_path)
    assert store.learners() == ()
    store.close()


def test_what_stands_in_the_log_alone_moves_along(tmp_path: Path) -> None:
    killed_in_mid_work(tmp_path)
    kept = Store.set_aside(tmp_path)
    assert not (tmp_path / LOG_NAME).exists()
    open_store(tmp_path).close()
    again = tmp_path / "lagi"
    again.mkdir()
    kept.rename(again / FILE_NAME)
    kept.with_name(f"{kept.name}-wal").rename(again / LOG_NAME)
    store = open_store(again)
    assert len(store.records(SITI)) == 1
    store.close()


def test_a_power_cut_before_the_rename_leaves_the_pair_in_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = killed_in_mid_work(tmp_path)

    def cut(_path: Path, _target: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("pathlib.Path.rename", cut)
    with pytest.raises(KeyboardInterrupt):
        Store.set_aside(tmp_path)
    assert (tmp_path / LOG_NAME).read_bytes() == log
    store = open_store(tmp_path)
    assert len(store.records(SITI)) == 1
    store.close()


def test_each_file_set_aside_has_a_name_of_its_own(tmp_path: Path) -> None:
    names = set()
    for number in range(3):
        (tmp_path / FILE_NAME).write_bytes(bytes([number]) * 600)
        names.add(Store.set_aside(tmp_path))
    assert len(names) == 3
    assert {path.read_bytes()[0] for path in names} == {0, 1, 2}


def test_a_copy_holds_the_files_as_they_are(tmp_path: Path) -> None:
    log = killed_in_mid_work(tmp_path)
    flashdisk = tmp_path / "flashdisk"
    flashdisk.mkdir()
    before = (tmp_path / FILE_NAME).read_bytes()
    first, second = save_copy(tmp_path, flashdisk), save_copy(tmp_path, flashdisk)
    assert first != second
    assert first.read_bytes() == second.read_bytes() == before
    assert first.with_name(f"{first.name}-wal").read_bytes() == log
    assert (tmp_path / FILE_NAME).read_bytes() == before


def test_where_nothing_can_be_copied_nothing_is_changed(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable):
        Store.set_aside(tmp_path)
    (tmp_path / FILE_NAME).write_bytes(b"rusak" * 200)
    with pytest.raises(StoreUnavailable):
        save_copy(tmp_path, tmp_path / "tidak ada")
    assert (tmp_path / FILE_NAME).read_bytes() == b"rusak" * 200
