"""When two typed texts are the same: letters and digits count, capitals and punctuation do not.

No near miss is ever right: whoever wants to accept a spelling writes it into the key.
"""

from __future__ import annotations

import unicodedata

_DROPPED = frozenset({"Cf"})
_TO_SPACE = ("P", "Z", "Cc")


def normalise(text: str) -> str:
    """The text as it is compared: NFKC, casefold, punctuation to a space, one space at a time."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return " ".join("".join(map(_letter, folded)).split())


def _letter(letter: str) -> str:
    category = unicodedata.category(letter)
    if category in _DROPPED:
        return ""
    return " " if category.startswith(_TO_SPACE) else letter
