from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from desktop.sync.machine import machine_hash

if TYPE_CHECKING:
    from pathlib import Path


def test_a_machine_is_named_by_a_hash_of_its_id(tmp_path: Path) -> None:
    (tmp_path / "id").write_text("0123456789abcdef0123456789abcdef\n")
    expected = hashlib.sha256(b"0123456789abcdef0123456789abcdef").hexdigest()[:8]
    assert machine_hash(tmp_path / "id") == expected


def test_another_machine_has_another_hash(tmp_path: Path) -> None:
    (tmp_path / "id").write_text("a")
    first = machine_hash(tmp_path / "id")
    (tmp_path / "id").write_text("b")
    assert machine_hash(tmp_path / "id") != first


def test_a_machine_without_id_is_still_named_alike_each_time(tmp_path: Path) -> None:
    found = machine_hash(tmp_path / "tidak ada")
    assert re.fullmatch("[0-9a-f]{8}", found)
    assert machine_hash(tmp_path / "tidak ada") == found
