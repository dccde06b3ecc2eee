from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.storage.errors import BackupFailed
from desktop.storage.opening import FILE_NAME
from tests.desktop.stores import finish_quiz, open_store

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from desktop.storage.store import Store


def test_a_copy_made_while_in_use_is_whole_and_alone(
    store: Store, siti: UUID, tmp_path: Path
) -> None:
    made = [finish_quiz(store, siti, f"asn-99-{number}") for number in range(20)]
    folder = tmp_path / "cadangan"
    folder.mkdir()
    copy = store.backup(folder)
    assert copy.name == "bina-asn-20261124-030000.db"
    finish_quiz(store, siti, "asn-99-sesudah")
    assert [path.name for path in folder.iterdir()] == [copy.name]
    copy.rename(folder / FILE_NAME)
    restored = open_store(folder)
    assert {kept.record.id for kept in restored.records(siti)} == {record.id for record in made}
    restored.close()


def test_a_name_may_be_chosen_and_nothing_is_replaced(store: Store, tmp_path: Path) -> None:
    target = tmp_path / "salinan.db"
    assert store.backup(target) == target
    before = target.read_bytes()
    with pytest.raises(BackupFailed, match="sudah ada"):
        store.backup(target)
    assert target.read_bytes() == before


def test_where_nothing_can_be_written_nothing_is_left(store: Store, tmp_path: Path) -> None:
    with pytest.raises(BackupFailed, match="folder tujuan"):
        store.backup(tmp_path / "tidak ada" / "salinan.db")
    assert not (tmp_path / "tidak ada").exists()


def test_a_damaged_database_gives_no_copy(store: Store, siti: UUID, tmp_path: Path) -> None:
    for number in range(30):
        finish_quiz(store, siti, f"asn-99-{number}")
    store.close()
    path = tmp_path / FILE_NAME
    content = path.read_bytes()
    path.write_bytes(content[: 4096 * 2] + b"\x37" * 4096 * 6 + content[4096 * 8 :])
    with pytest.raises(BackupFailed):
        store.backup(tmp_path / "salinan.db")
    assert not list(tmp_path.glob("salinan*"))
