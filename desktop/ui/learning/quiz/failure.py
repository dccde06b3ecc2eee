"""What to tell a learner whose answer or quiz could not be written to disk."""

from __future__ import annotations

from enum import Enum

from desktop.errors import ProgramError


class Unfinished(Enum):
    """What could not be done: the words for people and what to do about it."""

    ANSWER = (
        "Jawaban belum tersimpan",
        "Jawaban masih tampak di layar dan akan disimpan lagi saat Anda melanjutkan.",
    )
    MOVE = (
        "Belum dapat melanjutkan",
        "Jawaban yang sudah diberi tetap tersimpan. Coba lagi sebentar lagi.",
    )
    SENDING = (
        "Jawaban belum terkirim",
        "Semua jawaban tetap tersimpan di komputer ini. Tekan Kirim jawaban untuk mencoba lagi.",
    )


def failure_words(unfinished: Unfinished, error: Exception) -> tuple[str, str]:
    """Heading and message: the reason where it has words for people, then what to do."""
    title, advice = unfinished.value
    reason = error.message if isinstance(error, ProgramError) else ""
    return title, f"{reason} {advice}".strip()
