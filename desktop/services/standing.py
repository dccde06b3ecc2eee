"""How far a question is answered, by its form and the answer that is kept."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, auto
from typing import TYPE_CHECKING

from lessons.questions.registry import asks_again

if TYPE_CHECKING:
    from lessons.questions.base import Form
    from lessons.records import RawAnswer


class Standing(Enum):
    """Of one question; only what is answered in full needs no more of the learner."""

    OPEN = auto()
    UNREADABLE = auto()
    PARTLY = auto()
    ANSWERED = auto()


def standing_of(form: Form, answer: RawAnswer) -> Standing:
    """How far an answer fills a form; one that does not fit the form leaves it open."""
    given = answer if isinstance(answer, Mapping) else {}
    if form.parts:
        return _together([standing_of(part, given.get(part.question)) for part in form.parts])
    if form.places:
        filled = [bool(given.get(place.id)) for place in form.places]
        return _together([Standing.ANSWERED if each else Standing.OPEN for each in filled])
    if not answer:
        return Standing.OPEN
    return Standing.UNREADABLE if asks_again(form, answer) else Standing.ANSWERED


def _together(parts: list[Standing]) -> Standing:
    if Standing.UNREADABLE in parts:
        return Standing.UNREADABLE
    return parts[0] if len(set(parts)) == 1 else Standing.PARTLY
