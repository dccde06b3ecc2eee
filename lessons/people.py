"""People and their NIP.

Rules for the number follow BKN (Perka BKN 22/2007 for PNS; the technical rule on PPPK procurement
for NI PPPK). Only the count of digits is a reason to refuse: a real number may look odd.
"""

from __future__ import annotations

import re
import unicodedata

NIP_DIGITS = 18
_SEPARATORS = re.compile(r"[\s.\-\u00a0\u200b-\u200f\u2010-\u2015\u2060\ufeff'’]")
_SCIENTIFIC = re.compile(r"^\d([.,]\d+)?[eE]\+?\d+$")
_ROUNDED = re.compile(r"^\d{12,15}000$")


class BadNip(ValueError):
    """A NIP that can't be right.

    Attributes:
        message: Says what is wrong and what to do, in Indonesian.
    """

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


def clean(text: str) -> str:
    """A name as it can be kept and shown: no invisible characters, no doubled spaces.

    Databases and JSON refuse some of the former.
    """
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def normalise_nip(typed: str) -> str:
    """The 18 digits of a NIP or NI PPPK, whatever separators were typed.

    Raises:
        BadNip: Not 18 digits, or the mark of a spreadsheet that cut the number.
    """
    text = _SEPARATORS.sub("", unicodedata.normalize("NFKC", typed))
    if _SCIENTIFIC.match(unicodedata.normalize("NFKC", typed).strip()) or _ROUNDED.match(text):
        raise BadNip("Excel memotong NIP ini; simpan kolom NIP sebagai Teks, lalu isi ulang.")
    if not (text.isascii() and text.isdigit()):
        raise BadNip("NIP hanya berisi angka.")
    if len(text) != NIP_DIGITS:
        raise BadNip(f"NIP harus 18 angka. Yang tertulis {len(text)} angka.")
    return text


def format_nip(nip: str) -> str:
    """A normalised NIP as offices print it, ``19850312 201001 1 004``."""
    return f"{nip[:8]} {nip[8:14]} {nip[14]} {nip[15:]}"


def last_four(nip: str) -> str:
    """All that a shared PC shows of a NIP: it holds a birth date."""
    return nip[-4:]
