from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from desktop.storage.model import MachineMarks
from desktop.sync.machine import machine_hash, machine_marks

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


def card(folder: Path, name: str, address: str, bus: str = "pci", assigned: str = "0") -> None:
    """A network card as Linux lists it."""
    made = folder / name
    (made / "device").mkdir(parents=True)
    (folder.parent / "bus" / bus).mkdir(parents=True, exist_ok=True)
    (made / "device" / "subsystem").symlink_to(folder.parent / "bus" / bus)
    (made / "address").write_text(f"{address}\n")
    (made / "addr_assign_type").write_text(f"{assigned}\n")


def test_built_in_cards_are_marks_and_others_are_not(tmp_path: Path) -> None:
    cards = tmp_path / "net"
    card(cards, "eth0", "aa:bb:cc:00:00:01")
    card(cards, "usb0", "aa:bb:cc:00:00:02", bus="usb")
    card(cards, "wlan0", "aa:bb:cc:00:00:03", assigned="3")
    (cards / "lo").mkdir()
    (tmp_path / "id").write_text("a\n")
    expected = [
        hashlib.sha256(each.encode()).hexdigest()[:8] for each in ("a", "aa:bb:cc:00:00:01")
    ]
    found = machine_marks(tmp_path / "id", cards)
    assert found == MachineMarks(expected[0], (expected[1],))
    assert machine_marks(tmp_path / "id", cards) == found


def test_what_can_not_be_read_is_no_mark(tmp_path: Path) -> None:
    assert machine_marks(tmp_path / "tidak ada", tmp_path / "tidak ada") == MachineMarks("", ())
