"""Numbers and typed texts of other programs, and gaps that hold them."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from lessons.importers.outcome import Unusable
from lessons.questions.gaps import Gap
from lessons.questions.wording import normalise

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_NUMBER = re.compile(
    r"\s*(?P<sign>[+-]?)(?P<digits>[0-9]{0,40}(?:[.,][0-9]{0,40})?)"
    r"(?:[eE](?P<power>[+-]?[0-9]{1,3}))?\s*"
)
_MAX_DIGITS = 25
_FEWEST = 2


def number_of(written: str) -> Fraction:
    """A number with a point or comma before its decimals, exactly.

    Raises:
        Unusable: It is no number, or has more than 25 digits before or behind its point.
    """
    match = _NUMBER.fullmatch(written)
    digits = match["digits"].replace(",", ".").strip() if match else ""
    if match is None or not digits.strip("."):
        raise Unusable(f"“{written[:40]}” bukan bilangan.")
    power = int(match["power"] or 0)
    whole, _, part = digits.partition(".")
    if max(len(whole) + power, len(part) - power) > _MAX_DIGITS:
        raise Unusable(f"Bilangan “{written[:40]}” terlalu panjang.")
    value = Fraction(f"{whole or 0}.{part or 0}") * Fraction(10) ** power
    return -value if match["sign"] == "-" else value


def different(texts: Iterable[str]) -> tuple[str, ...]:
    """The texts that say anything, each once; capitals and punctuation make no difference."""
    by_meaning: dict[str, str] = {}
    for text in texts:
        by_meaning.setdefault(normalise(text), " ".join(text.split()))
    by_meaning.pop("", None)
    return tuple(by_meaning.values())


def typed_gap(number: int, texts: Iterable[str]) -> Gap:
    """A gap to type in; each text is accepted.

    Raises:
        Unusable: No text says anything but punctuation.
    """
    accepted = different(texts)
    if not accepted:
        raise Unusable(f"Isian {number} hanya menerima tanda baca, yang tidak dinilai.")
    return Gap(str(number), accepted)


def choice_gap(number: int, right: str, offered: Sequence[str]) -> Gap:
    """A gap with a list to choose from, Markdown.

    Raises:
        Unusable: There is nothing else to choose.
    """
    wrong = tuple(dict.fromkeys(text for text in offered if text != right))
    if not right or not all(wrong) or len(wrong) + 1 < _FEWEST:
        raise Unusable(f"Isian {number} tidak mempunyai sedikitnya dua pilihan yang berbeda.")
    return Gap(str(number), (right,), wrong)
