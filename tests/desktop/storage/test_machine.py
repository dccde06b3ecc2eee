from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.storage.machine import is_other
from desktop.storage.model import MachineMarks
from desktop.storage.store import Store
from tests.desktop.stores import NIP, Clock

if TYPE_CHECKING:
    from pathlib import Path

FIRST = MachineMarks("5a5a5a5a", ("11111111",))
CLONE = MachineMarks("5a5a5a5a", ("22222222",))
UNREADABLE = MachineMarks("", ())
_marks = st.builds(
    MachineMarks, st.sampled_from(["", "a", "b"]), st.sampled_from([(), ("1",), ("1", "2"), ("3",)])
)


def start(folder: Path, marks: MachineMarks | None) -> bool:
    """Whether a start on this machine finds another one than the first."""
    store = Store.open(folder, Clock(), lambda count: b"7" * count, marks)
    noticed = store.sync_state().is_other_machine
    store.close()
    return noticed


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (FIRST, False),
        (CLONE, True),
        (MachineMarks("a5a5a5a5", ("11111111",)), False),
        (MachineMarks("a5a5a5a5", ("22222222",)), True),
        (MachineMarks("5a5a5a5a", ("11111111", "33333333")), False),
        (MachineMarks("5a5a5a5a", ()), False),
        (MachineMarks("a5a5a5a5", ()), True),
        (MachineMarks("", ("22222222",)), True),
        (UNREADABLE, False),
    ],
    ids=[
        "the same",
        "cloned disk",
        "system installed anew",
        "clone with an id of its own",
        "card added",
        "hardware unreadable",
        "other system, hardware unreadable",
        "system unreadable",
        "nothing readable",
    ],
)
def test_what_counts_as_another_machine(tmp_path: Path, now: MachineMarks, expected: bool) -> None:
    assert not start(tmp_path, FIRST)
    assert start(tmp_path, now) is expected


@given(_marks, _marks)
def test_a_missing_mark_never_tells_of_another_machine(
    before: MachineMarks, now: MachineMarks
) -> None:
    assert is_other(before, now) == is_other(now, before)
    assert not is_other(before, before)
    assert not is_other(before, UNREADABLE)
    if is_other(before, now):
        hardware = bool(before.hardware and now.hardware)
        assert hardware or (before.system and now.system)


def test_data_from_before_marks_were_kept_take_the_first_there_is(tmp_path: Path) -> None:
    assert not start(tmp_path, None)
    assert not start(tmp_path, UNREADABLE)
    assert not start(tmp_path, FIRST)
    assert start(tmp_path, CLONE)


def test_it_stays_noticed_until_the_disk_is_back(tmp_path: Path) -> None:
    start(tmp_path, FIRST)
    assert start(tmp_path, CLONE)
    assert start(tmp_path, CLONE)
    assert start(tmp_path, None)
    assert not start(tmp_path, FIRST)
    assert not start(tmp_path, None)


def test_a_moved_disk_can_be_accepted(tmp_path: Path) -> None:
    start(tmp_path, FIRST)
    store = Store.open(tmp_path, Clock(), lambda count: b"7" * count, CLONE)
    device, key = store.device_id(), bytes(store.signing_key())
    record = store.register("Siti", NIP).id
    store.accept_machine()
    assert not store.sync_state().is_other_machine
    assert (store.device_id(), bytes(store.signing_key())) == (device, key)
    assert [each.learner for each in store.unsent(9)] == [record]
    store.accept_machine()
    store.close()
    assert not start(tmp_path, CLONE)
    assert start(tmp_path, FIRST)
