"""Numbers of GIFT: a point before decimals, ``1e3``, ``3:0.1`` and ``1..5``; exact."""

from __future__ import annotations

import re
from fractions import Fraction

from lessons.importers.outcome import Unusable

_NUMBER = re.compile(
    r"(?P<sign>[-+]?)(?P<digits>[0-9]+(?:[.,][0-9]*)?|[.,][0-9]+)(?:[eE](?P<power>[-+]?[0-9]{1,3}))?"
)
_MAX_DIGITS = 25
_MAX_POWER = 25
_MINUS = str.maketrans("−–", "--")


def number_range(written: str) -> tuple[Fraction, Fraction]:
    """The lowest and the highest number that an answer accepts.

    Raises:
        Unusable: It is none, or the range holds no number.
    """
    if written.find("..") > 0:
        low, _, high = written.partition("..")
        bounds = _number(low), _number(high)
    elif written.find(":") > 0:
        middle, _, width = written.partition(":")
        bounds = _number(middle) - _number(width), _number(middle) + _number(width)
    else:
        bounds = _number(written), _number(written)
    if bounds[0] > bounds[1]:
        raise Unusable(f"Kisaran “{written[:40]}” tidak memuat bilangan apa pun.")
    return bounds


def _number(written: str) -> Fraction:
    match = _NUMBER.fullmatch(written.strip().translate(_MINUS))
    power = int(match["power"] or 0) if match else 0
    if match is None or len(match["digits"]) > _MAX_DIGITS or abs(power) > _MAX_POWER:
        raise Unusable(f"“{written.strip()[:40]}” bukan bilangan; tulis misalnya 3.5.")
    digits = match["digits"].replace(",", ".")
    value = Fraction(f"0{digits}0" if "." in digits else digits) * Fraction(10) ** power
    return -value if match["sign"] == "-" else value
