"""Course texts where a format knows no Markdown, and numbers as other programs write them."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from lessons.questions.numbers import number_text

if TYPE_CHECKING:
    from fractions import Fraction

_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()<>#+\-.!])")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#x[0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_LISTED = 20
"""The largest denominator of the shares that Moodle lists."""


def plain(markdown: str) -> str:
    """Inline Markdown as the letters that people see; emphasis keeps its signs."""
    pieces = _ESCAPED.split(markdown)
    # Every second piece is a letter that was escaped, and so begins no entity.
    return "".join(
        piece if index % 2 else _ENTITY.sub(lambda match: html.unescape(match[0]), piece)
        for index, piece in enumerate(pieces)
    )


def percent(share: Fraction) -> str:
    """A share of the whole in percent, as Moodle lists it (``33.33333``); others more exactly."""
    return decimal(share * 100, 5 if share.denominator <= _LISTED else 12)


def decimal(value: Fraction, digits: int) -> str:
    """A number with a decimal point, rounded to so many digits behind it."""
    text = f"{abs(round(value * 10**digits)):0{digits + 1}d}"
    short = f"{text[:-digits]}.{text[-digits:]}".rstrip("0").rstrip(".")
    return f"-{short}" if value < 0 and short != "0" else short


def exact(value: Fraction) -> str:
    """A number with a decimal point, whole; course numbers always have an end."""
    return number_text(value).replace(".", "").replace(",", ".")
