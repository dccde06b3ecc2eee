"""Dates, numbers and marks as people here write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lessons.months import MONTHS
from lessons.progress import WIB

if TYPE_CHECKING:
    from datetime import datetime

NOTHING = "–"
_FLAGS = {
    "seq-twice": "Nomor catatan terpakai dua kali: kemungkinan disk dikloning atau dipulihkan",
    "machine": "Dijalankan di komputer lain dari saat didaftarkan",
    "clock": "Jam komputer pernah meleset lebih dari satu hari",
    "id-reused": "Mengirim catatan lama dengan isi lain",
}
_ACTIONS = {
    "sign-in": "Masuk",
    "sign-in-failed": "Gagal masuk",
    "sign-out": "Keluar",
    "view-unit": "Melihat daftar pegawai",
    "view-person": "Melihat rincian pegawai",
    "export": "Mengunduh rekap",
    "print-codes": "Membuka kode aktivasi",
    "make-code": "Membuat kode pendaftaran",
    "revoke-device": "Mencabut perangkat",
}


def date(moment: datetime | None) -> str:
    """``24 November 2026`` in WIB."""
    if moment is None:
        return NOTHING
    local = moment.astimezone(WIB)
    return f"{local.day} {MONTHS[local.month - 1]} {local.year}"


def moment(value: datetime | None) -> str:
    """``24 November 2026 pukul 10.42`` in WIB."""
    if value is None:
        return NOTHING
    return f"{date(value)} pukul {value.astimezone(WIB):%H.%M}"


def short_date(moment: datetime | None) -> str:
    """``24 Nov 2026`` in WIB, for tables."""
    if moment is None:
        return NOTHING
    local = moment.astimezone(WIB)
    return f"{local.day} {MONTHS[local.month - 1][:3]} {local.year}"


def short_moment(value: datetime | None) -> str:
    """``24 Nov 2026, 10.42`` in WIB, for tables."""
    if value is None:
        return NOTHING
    return f"{short_date(value)}, {value.astimezone(WIB):%H.%M}"


def number(value: int) -> str:
    """``1.234``."""
    return f"{value:,}".replace(",", ".")


def share(part: int, whole: int) -> str:
    """``3 dari 8 (37%)``, rounded down; a dash where there is nothing to share."""
    return f"{number(part)} dari {number(whole)} ({100 * part // whole}%)" if whole else NOTHING


def runs(found: tuple[tuple[int, int], ...]) -> str:
    """``3, 41–43``."""
    return ", ".join(str(low) if low == high else f"{low}–{high}" for low, high in found)


def flag(code: str) -> str:
    """What a mark on a PC means."""
    return _FLAGS.get(code, code)


def action(code: str) -> str:
    """What somebody did, for the audit log."""
    return _ACTIONS.get(code, code)


def clock(offset: int) -> str:
    """How wrong a PC's clock is; a dash within five minutes."""
    minutes = abs(offset) // 60
    if minutes < 5:
        return NOTHING
    days, rest = divmod(minutes, 24 * 60)
    size = f"{days} hari" if days else f"{rest // 60} jam {rest % 60} menit"
    return f"{size} {'lambat' if offset > 0 else 'cepat'}"
