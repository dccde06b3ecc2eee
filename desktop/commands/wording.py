"""How rounds and their state are said to people and to programs."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.storage.model import Enrolment, SyncState
    from desktop.sync.round import RoundResult


def round_in_words(done: RoundResult) -> str:
    """What a round brought."""
    if not (done.sent or done.received):
        return "Tidak ada yang baru; semua sudah tersinkron."
    words = f"{done.sent} hasil terkirim, {done.accepted} diterima, {done.received} data baru."
    return f"{words} {done.rejected} ditolak." if done.rejected else words


def linked_in_words(enrolment: Enrolment) -> str:
    """Where the PC belongs from now on."""
    return f"Terhubung dengan {enrolment.organisation}, {enrolment.unit_name}."


def place_in_words(enrolment: Enrolment | None) -> str:
    """Where the PC belongs."""
    if enrolment is None:
        return "Komputer ini belum terhubung dengan server."
    return f"{enrolment.unit_name} ({enrolment.organisation}), {enrolment.server}"


def waiting_in_words(state: SyncState) -> str:
    """What the server does not have."""
    words = f"{state.unsent} hasil belum terkirim."
    return f"{words} {state.rejected} hasil ditolak server." if state.rejected else words


def last_in_words(state: SyncState) -> str:
    """When all was well for the last time."""
    if state.last_success is None:
        return "Belum pernah tersinkron."
    return f"Terakhir tersinkron {state.last_success.astimezone():%d-%m-%Y pukul %H.%M}."


def state_facts(state: SyncState) -> dict[str, object]:
    """The same for programs."""
    return {
        "enrolment": asdict(state.enrolment) if state.enrolment else None,
        "unsent": state.unsent,
        "rejected": state.rejected,
        "last_success": state.last_success.isoformat() if state.last_success else None,
        "last_try": state.last_try.isoformat() if state.last_try else None,
        "last_error": state.last_error,
        "other_machine": state.is_other_machine,
    }
