"""Typed answers of other programs as an author of a course writes them."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from lessons.importers.outcome import Unusable
from lessons.questions.braces import braces

if TYPE_CHECKING:
    from fractions import Fraction

_NUMBER = re.compile(
    r"\s*(?P<sign>[+-]?)(?P<digits>[0-9]*[.,]?[0-9]*)(?:[eE](?P<power>[+-]?[0-9]{1,3}))?\s*"
)
_MAX_DIGITS = 30
_MAX_POWER = 30
_SIGNS = re.compile(r"[|~{}\\\s]+")


def number_text(written: str) -> str:
    """A number with a point or comma before its decimals, as Indonesians write it.

    Raises:
        Unusable: It is no number, or has more than 25 digits.
    """
    match = _NUMBER.fullmatch(written)
    power = int(match["power"] or 0) if match else 0
    if match is None or not match["digits"].strip(".,") or abs(power) > _MAX_POWER:
        raise Unusable(f"“{written[:40]}” bukan bilangan.")
    if len(match["digits"]) > _MAX_DIGITS:
        raise Unusable(f"Bilangan “{written[:40]}” terlalu panjang.")
    digits = Decimal(match["digits"].replace(",", ".")).scaleb(power)
    whole, _, part = f"{digits:f}".partition(".")
    sign = "-" if match["sign"] == "-" and digits else ""
    part = part.rstrip("0")
    return f"{sign}{whole}{',' if part else ''}{part}"


def short_text(written: str) -> str:
    """A short text without the signs that part answers; punctuation never counts in it.

    Raises:
        Unusable: Nothing is left.
    """
    text = _SIGNS.sub(" ", written).strip()
    if not any(letter.isalnum() for letter in text):
        raise Unusable(f"Jawaban “{written[:40]}” hanya berisi tanda baca, yang tidak dinilai.")
    return text


def with_share(line: str, share: Fraction) -> str:
    """An answer line that says what it is worth."""
    return f"{line}{braces(False, None if share == 1 else share)}"
