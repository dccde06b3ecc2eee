"""Numbers as Indonesians write them: dots between thousands, a comma before decimals; exact.

``1.000.000,5`` and ``1.500`` (one thousand five hundred) and ``1,5`` are read. ``1.5`` is not: half
of those who type it mean ``1,5``, the others forgot a nought of ``1.500``; so it is asked again.
"""

from __future__ import annotations

import re
import unicodedata
from fractions import Fraction

MAX_LETTERS = 60
_NUMBER = re.compile(
    r"(?P<sign>[-+]?)\s*"
    r"(?P<whole>[0-9]+|[1-9][0-9]{0,2}(?:\.[0-9]{3})+|[1-9][0-9]{0,2}(?: [0-9]{3})+)"
    r"(?:,(?P<part>[0-9]+))?"
)
_MINUS = str.maketrans(dict.fromkeys("−–‐‑﹣－", "-"))
_GROUPED_FROM = 10_000
_THOUSAND = 1000


def read_number(text: str, unit: str = "") -> Fraction | None:
    """The number that a text says; None where it says none, or more than one.

    Args:
        unit: May be typed after the number; capitals do not count.
    """
    plain = _plain(text)
    if unit and len(text) <= MAX_LETTERS:
        plain = _without_unit(plain, _plain(unit))
    match = _NUMBER.fullmatch(plain) if len(text) <= MAX_LETTERS else None
    if match is None:
        return None
    whole = re.sub(r"[. ]", "", match["whole"])
    value = Fraction(f"{whole}.{match['part'] or 0}")
    return -value if match["sign"] == "-" else value


def number_text(value: Fraction) -> str:
    """A number as Indonesians write it; thousands are parted from ten thousand on, as in years.

    Raises:
        ValueError: It has no end behind the comma, such as one third.
    """
    digits = _decimals(value)
    whole, part = divmod(abs(value) * 10**digits, 10**digits)
    grouped = f"{int(whole):,}".replace(",", ".") if whole >= _GROUPED_FROM else f"{int(whole)}"
    behind = f",{int(part):0{digits}d}" if digits else ""
    return f"{'-' if value < 0 else ''}{grouped}{behind}"


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).translate(_MINUS).split())


def _without_unit(text: str, unit: str) -> str:
    folded, end = text.casefold(), unit.casefold()
    if unit and folded.endswith(end) and len(folded) == len(text):
        return text[: len(text) - len(end)].rstrip()
    return text


def _decimals(value: Fraction) -> int:
    """How many digits there are behind the comma."""
    for digits in range(_THOUSAND):
        if (value * 10**digits).denominator == 1:
            return digits
    raise ValueError(f"{value} has no end behind the comma")
