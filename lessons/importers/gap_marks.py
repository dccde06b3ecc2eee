"""Gaps in texts that still have to be translated: marks that no translation touches."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lessons.importers.outcome import Unusable

if TYPE_CHECKING:
    from collections.abc import Callable

MOST_GAPS = 99
_BEGIN, _END = "\ue000", "\ue001"
_MARK = re.compile(f"{_BEGIN}([0-9]{{1,3}}){_END}")
_LIKE_A_GAP = re.compile(r"\[(?=\[[0-9]{1,2}\]\])")


def without_marks(text: str) -> str:
    """The text without the letters of which marks are made; no font shows them."""
    return text.replace(_BEGIN, "").replace(_END, "")


def mark(number: int) -> str:
    """The mark of a gap."""
    return f"{_BEGIN}{number}{_END}"


def with_gaps(text: str, count: int, translate: Callable[[str], str]) -> str:
    """The translated text with ``[[1]]`` to ``[[count]]`` where the marks stood.

    Raises:
        Unusable: The translation lost or doubled a gap.
    """
    translated = _LIKE_A_GAP.sub(r"\\[", translate(text))
    if sorted(map(int, _MARK.findall(translated))) != list(range(1, count + 1)):
        raise Unusable("Isian rumpang dalam soal ini berada di tempat yang tidak dapat diimpor.")
    return _MARK.sub(r"[[\1]]", translated)
