"""On which machine the data were made, so that a cloned disk is noticed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from desktop.storage import state
from desktop.storage.model import MachineMarks

if TYPE_CHECKING:
    import sqlite3

_MADE_ON = "machine"
_OTHER = "other_machine"


def notice(connection: sqlite3.Connection, now: MachineMarks) -> None:
    """Remember the machine at the first start; later note whether it is another one.

    A machine that comes back, as when a disk is returned, is the first one again.
    """
    kept = _read(connection, _MADE_ON)
    if kept is not None and is_other(kept, now):
        _keep(connection, _OTHER, now)
    else:
        _keep(connection, _MADE_ON, _together(kept, now))
        state.forget(connection, _OTHER)


def was_noticed(connection: sqlite3.Connection) -> bool:
    """Whether the last start was on another machine than the first."""
    return state.read(connection, _OTHER) is not None


def accept(connection: sqlite3.Connection) -> None:
    """Take the machine of the last start for the one on which the data belong."""
    if found := _read(connection, _OTHER):
        _keep(connection, _MADE_ON, found)
        state.forget(connection, _OTHER)


def is_other(before: MachineMarks, now: MachineMarks) -> bool:
    """Whether two starts were on different machines; never for want of a mark.

    What is built in decides. The system decides only where that can't be read: a clone carries its
    system along, and a system that was installed anew is still on the same machine.
    """
    if before.hardware and now.hardware:
        return not set(before.hardware) & set(now.hardware)
    return bool(before.system and now.system and before.system != now.system)


def _together(kept: MachineMarks | None, now: MachineMarks) -> MachineMarks:
    if kept is None:
        return now
    return MachineMarks(now.system or kept.system, now.hardware or kept.hardware)


def _read(connection: sqlite3.Connection, name: str) -> MachineMarks | None:
    kept = state.read(connection, name)
    return None if kept is None else msgspec.json.decode(kept, type=MachineMarks)


def _keep(connection: sqlite3.Connection, name: str, marks: MachineMarks) -> None:
    # Written only when it changes: every start comes by here, and a write waits for the disk.
    if _read(connection, name) != marks:
        state.keep(connection, name, msgspec.json.encode(marks).decode())
