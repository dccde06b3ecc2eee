"""Numbers as Indonesians write them: dots between thousands, a comma before decimals; exact.

``1.000.000,5`` and ``1.500`` (one thousand five hundred) and ``1,5`` are read. ``1.5`` is not: half
of those who type it mean ``1,5``, the others forgot a nought of ``1.500``; so it is asked again.
"""

from __future__ import annotations

import re
import unicodedata
from fractions import Fraction
from itertools import pairwise

MAX_LETTERS = 100
_NUMBER = re.compile(
    r"(?P<sign>[-+]?)\s*"
    r"(?P<whole>[0-9]+|[1-9][0-9]{0,2}(?:\.[0-9]{3})+|[1-9][0-9]{0,2}(?: [0-9]{3})+)"
    r"(?:,(?P<part>[0-9]+))?"
)
_MINUS = str.maketrans(dict.fromkeys("−–‐‑﹣－", "-"))
_INVISIBLE = "Cf"
_OTHER_NUMBER = "No"
_GROUPED_FROM = 10_000
_THOUSAND = 1000


def read_number(text: str, unit: str = "") -> Fraction | None:
    """The number that a text says; None where it says none, or more than one.

    Args:
        unit: May be typed after the number or, as ``Rp``, before; capitals do not count.
    """
    if len(text) > MAX_LETTERS or _has_raised(text):
        return None
    match = _NUMBER.fullmatch(_without_unit(_plain(text), _plain(unit)))
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
    visible = "".join(letter for letter in text if unicodedata.category(letter) != _INVISIBLE)
    return " ".join(unicodedata.normalize("NFKC", visible).translate(_MINUS).split())


def _has_raised(text: str) -> bool:
    """Whether a digit is raised, lowered or circled: 10² is no 102, while m² is but a unit."""
    return any(
        unicodedata.category(letter) == _OTHER_NUMBER and not before.isalpha()
        for before, letter in pairwise(f" {text}")
    )


def _without_unit(text: str, unit: str) -> str:
    folded, mark = text.casefold(), unit.casefold()
    if not mark or len(folded) != len(text):
        return text
    if folded.endswith(mark):
        return text[: len(text) - len(mark)].rstrip()
    return text[len(mark) :].removeprefix(".").lstrip() if folded.startswith(mark) else text


def _decimals(value: Fraction) -> int:
    """How many digits there are behind the comma."""
    for digits in range(_THOUSAND):
        if (value * 10**digits).denominator == 1:
            return digits
    raise ValueError(f"{value} has no end behind the comma")
