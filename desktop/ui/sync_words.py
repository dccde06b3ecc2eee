"""What is said about waiting results and the server: one place for the words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.sync.machine import OTHER_TITLE
from desktop.ui.dates import date_words, moment_words, time_words
from lessons.records import AttemptFinished, LessonFinished, Record

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.storage.model import Enrolment, SyncState

_NEVER = "Belum pernah tersinkron."
_REFUSALS = {
    "unreadable": "data tidak terbaca oleh server",
    "id-reused": "nomor data ini sudah dipakai untuk hasil lain",
    "unknown-learner": "peserta tidak dikenal oleh server",
    "unknown-lesson": "pelajaran tidak dikenal oleh server",
}


@dataclass(frozen=True, slots=True)
class SyncWords:
    """One line with its icon and the colour token of the icon."""

    text: str
    icon: str
    colour: str


def sync_words(state: SyncState, is_running: bool, now: datetime) -> SyncWords:
    """The line at the foot of the window: never alarming, since what is saved is safe."""
    if is_running:
        return SyncWords("Sedang menyinkronkan…", "refresh", "accent")
    if state.is_other_machine or state.rejected:
        return SyncWords(_troubled(state), "alert-triangle", "warning")
    if state.enrolment is None:
        return SyncWords(_apart(state), "cloud-off", "muted")
    if state.unsent:
        return SyncWords(_saved(state), "device-floppy", "warning")
    if state.last_success is None:
        return SyncWords(_NEVER, "cloud-off", "muted")
    when = moment_words(state.last_success, now)
    return SyncWords(f"Tersinkron {when}.", "cloud-check", "success")


def _saved(state: SyncState) -> str:
    return f"Tersimpan di komputer ini. {state.unsent} hasil belum terkirim."


def _apart(state: SyncState) -> str:
    unlinked = "Belum terhubung dengan server."
    return f"{_saved(state)} {unlinked}" if state.unsent else unlinked


def _troubled(state: SyncState) -> str:
    waiting = f"{_saved(state)} " if state.unsent else ""
    if state.is_other_machine:
        return f"{waiting}{OTHER_TITLE}."
    return f"{waiting}{state.rejected} hasil perlu diperiksa admin."


def round_words(state: SyncState, now: datetime) -> tuple[str, ...]:
    """To which office the PC belongs, and when it was last heard."""
    if state.enrolment is None:
        return (
            "Komputer ini belum terhubung dengan server. Hasil belajar tetap tersimpan di sini.",
            "Untuk menghubungkan, pilih “Hubungkan komputer ini” di halaman Masuk.",
        )
    office = f"{state.enrolment.unit_name} · {state.enrolment.organisation}"
    success, attempt = state.last_success, state.last_try
    sent = (
        f"Terakhir tersinkron {moment_words(success, now)}."
        if success
        else "Belum pernah tersinkron."
    )
    tried = f"Terakhir dicoba {moment_words(attempt, now)}." if attempt else ""
    lines = (office, sent, tried if attempt != success else "")
    return tuple(line for line in lines if line)


def linked_words(enrolment: Enrolment) -> tuple[str, str]:
    """Heading and message for a PC that has just found its office."""
    return (
        "Komputer ini sudah terhubung",
        f"{enrolment.unit_name}, {enrolment.organisation}. Daftar nama sedang diambil.",
    )


def record_words(record: Record) -> str:
    """What a record is about, without its owner and score: others look at the screen as well."""
    when = f"{date_words(record.at)} pukul {time_words(record.at)}"
    body = record.body
    if isinstance(body, LessonFinished):
        return f"Pelajaran selesai, {body.course}, {when}"
    if isinstance(body, AttemptFinished):
        return f"Jawaban kuis, {body.course}, {when}"
    return f"Pendaftaran peserta, {when}"


def refusal_words(reason: str) -> str:
    """Why the server refused, in words; the code itself where it is a new one."""
    return _REFUSALS.get(reason, reason)
