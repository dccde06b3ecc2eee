"""Gaps in texts that still have to be translated: marks that no translation touches."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lessons.importers.outcome import Unusable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_BEGIN, _END = "\ue000", "\ue001"
_MARK = re.compile(f"{_BEGIN}([0-9]{{1,3}}){_END}")
_PARTING = re.compile(r"[~|\[\]{}]")


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
    translated = translate(text)
    if sorted(map(int, _MARK.findall(translated))) != list(range(1, count + 1)):
        raise Unusable("Isian rumpang dalam soal ini berada di tempat yang tidak dapat diimpor.")
    return _MARK.sub(r"[[\1]]", translated)


def choice_line(number: int, texts: Sequence[str]) -> str:
    """The answer line of a gap to choose for; the first text is right.

    Raises:
        Unusable: There are not two different texts, or one holds a sign that parts answers.
    """
    different = list(dict.fromkeys(texts))
    if len(different) < 2 or not all(different):
        raise Unusable(f"Isian {number} tidak mempunyai sedikitnya dua pilihan yang berbeda.")
    for text in different:
        if _PARTING.search(text):
            raise Unusable(f"Pilihan “{text[:60]}” memuat tanda yang tidak dapat ditulis di isian.")
    return f"= [[{number}]] {' ~ '.join(different)}"


def typed_line(number: int, texts: Sequence[str]) -> str:
    """The answer line of a gap to type in; each text is accepted."""
    return f"= [[{number}]] {' | '.join(dict.fromkeys(texts))}"
