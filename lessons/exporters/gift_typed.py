"""Typed answers in GIFT."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lessons.exporters.gift_text import escaped, feedback
from lessons.exporters.outcome import Inexpressible
from lessons.exporters.plain import exact, percent

if TYPE_CHECKING:
    from fractions import Fraction

    from lessons.questions.number import Number, Range
    from lessons.questions.short_text import ShortText


def number(question: Number) -> tuple[str, ...]:
    """``#`` and each range; the best come first, since the first counts."""
    ranges = sorted(question.accepted, key=lambda each: -each.value)
    return (
        "#",
        *(f"={_part(each.value)}{_range(each)}{feedback(each.feedback)}" for each in ranges),
    )


def short_text(question: ShortText) -> tuple[str, ...]:
    """``=`` and each text.

    Raises:
        Inexpressible: A text holds the arrow of pairs.
    """
    if any("->" in text for each in question.accepted for text in each.texts):
        raise Inexpressible("GIFT mengira “->” dalam jawaban sebagai soal menjodohkan.")
    return tuple(
        f"={_part(each.value)}{_literal(text)}{feedback(each.feedback)}"
        for each in question.accepted
        for text in each.texts
    )


def _literal(text: str) -> str:
    """A star stands for anything where it is not escaped for Moodle itself."""
    return escaped(text.replace("*", "\\*"))


def _part(value: Fraction) -> str:
    return "" if value == 1 else f"%{percent(value)}%"


def _range(accepted: Range) -> str:
    middle, off = (accepted.low + accepted.high) / 2, (accepted.high - accepted.low) / 2
    return f"{exact(middle)}:{exact(off)}"
