"""Ids and orders that tell nothing, for types whose letters or order are the key themselves."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lessons.questions.base import Order

_HEX_DIGITS = 8


def hidden_id(question: str, letter: str) -> str:
    """The id under which a learner's form and raw answers know an item or right side.

    Made of the question's id and the author's letter, which are both for ever, so it is the same
    on every PC and after each mending of the wording.
    """
    return hashlib.sha256(f"{question}\n{letter}".encode()).hexdigest()[:_HEX_DIGITS]


def mixed(question: str, ids: tuple[str, ...], order: Order) -> tuple[str, ...]:
    """Ids in the order to show, which is never the order in which they are given.

    An order that keeps the author's begins from the hidden ids, and so tells nothing either.
    """
    shown = order(question, tuple(sorted(ids)))
    return (*shown[1:], *shown[:1]) if shown == ids else shown
