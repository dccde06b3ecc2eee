"""Typed answers in Moodle XML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lessons.exporters.plain import exact, percent
from lessons.exporters.written import Written
from lessons.exporters.xml_text import element, leaf, plain_text

if TYPE_CHECKING:
    from lessons.exporters.xml_text import Texts
    from lessons.questions.number import Number
    from lessons.questions.short_text import ShortText


def number(question: Number, texts: Texts) -> Written:
    """The middle of each range and half its width; the best come first, since the first counts."""
    ranges = sorted(question.accepted, key=lambda each: -each.value)
    answers = (
        plain_text(
            "answer",
            exact((each.low + each.high) / 2),
            texts.markdown("feedback", each.feedback),
            leaf("tolerance", exact((each.high - each.low) / 2)),
            fraction=percent(each.value),
        )
        for each in ranges
    )
    return Written("numerical", (*answers, *_unit(question.unit)))


def short_text(question: ShortText, texts: Texts) -> Written:
    """One answer for each text."""
    answers = (
        plain_text(
            "answer",
            text.replace("*", "\\*"),
            texts.markdown("feedback", each.feedback),
            fraction=percent(each.value),
        )
        for each in question.accepted
        for text in each.texts
    )
    return Written("shortanswer", (leaf("usecase", "0"), *answers))


def _unit(unit: str) -> tuple[str, ...]:
    if not unit:
        return (leaf("unitgradingtype", "0"), leaf("showunits", "3"))
    one = element("unit", leaf("multiplier", "1"), leaf("unit_name", unit))
    return (element("units", one), leaf("unitgradingtype", "0"), leaf("showunits", "0"))
