"""When two typed texts are the same: letters and digits count, capitals and punctuation do not.

No near miss is ever right: whoever wants to accept a spelling writes it into the key.
"""

from __future__ import annotations

import re
import unicodedata

_INVISIBLE = "Cf"
_TO_SPACE = ("P", "Z", "Cc")
_APOSTROPHES = dict.fromkeys(map(ord, "`´ʼʻʹ"), "'")
_VARIANTS = re.compile("[\u034f\u180b-\u180d\ufe00-\ufe0f\U000e0100-\U000e01ef]")


def normalise(text: str) -> str:
    """The text as it is compared: NFKC, casefold, punctuation to a space, one space at a time."""
    composed = unicodedata.normalize("NFKC", _visible(text).translate(_APOSTROPHES))
    folded = unicodedata.normalize("NFKC", composed.casefold())
    return " ".join("".join(map(_letter, _visible(folded))).split())


def _visible(text: str) -> str:
    """Without what nobody sees, such as soft hyphens, and what only picks a picture of a letter."""
    seen = (letter for letter in text if unicodedata.category(letter) != _INVISIBLE)
    return _VARIANTS.sub("", "".join(seen))


def _letter(letter: str) -> str:
    return " " if unicodedata.category(letter).startswith(_TO_SPACE) else letter
