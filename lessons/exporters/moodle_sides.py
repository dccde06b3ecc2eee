"""Matching and ordering in Moodle XML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lessons.exporters.plain import plain
from lessons.exporters.written import Written
from lessons.exporters.xml_text import leaf, plain_text

if TYPE_CHECKING:
    from lessons.exporters.xml_text import Texts
    from lessons.questions.matching import Matching
    from lessons.questions.ordering import Ordering


def matching(question: Matching, texts: Texts) -> Written:
    """Pairs, and right sides without a left one."""
    sides = [(pair.left, pair.right) for pair in question.pairs]
    sides += [("", distractor.right) for distractor in question.distractors]
    rows = (
        texts.markdown("subquestion", left, plain_text("answer", plain(right)))
        for left, right in sides
    )
    return Written("matching", (leaf("shuffleanswers", "true"), *rows))


def ordering(question: Ordering, texts: Texts) -> Written:
    """Items in the right order."""
    rows = (
        texts.markdown("answer", item.text, fraction=f"{number}")
        for number, item in enumerate(question.items, 1)
    )
    settings = {
        "layouttype": "VERTICAL",
        "selecttype": "ALL",
        "selectcount": "0",
        # Moodle's word for the share of pairs that are in the right order.
        "gradingtype": "RELATIVE_ALL_PREVIOUS_AND_NEXT",
        "showgrading": "SHOW",
    }
    return Written("ordering", (*(leaf(*each) for each in settings.items()), *rows))
