"""The letters by which options are called on the screen; their ids stay the author's."""

from __future__ import annotations

import string


def letter_of(position: int) -> str:
    """The letter shown at a position, counted from 0: ``A`` to ``Z``, then ``AA`` …"""
    more, place = divmod(position, len(string.ascii_uppercase))
    return (letter_of(more - 1) if more else "") + string.ascii_uppercase[place]
