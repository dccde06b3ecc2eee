"""Codes that people type: enrolment and activation codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no I, L, O or U, so nothing on paper can be mistaken."""
CODE_LENGTH = 8
_LOOKALIKES = str.maketrans("ILO", "110")


def make_code(random_bytes: Callable[[int], bytes]) -> str:
    """A fresh code of eight characters (40 bits) in two groups, ``K7QM-2F9X``."""
    return format_code("".join(ALPHABET[byte % 32] for byte in random_bytes(CODE_LENGTH)))


def format_code(code: str) -> str:
    """Show a normalised code in groups of four."""
    return "-".join(code[start : start + 4] for start in range(0, len(code), 4))


def normalise_code(typed: str) -> str:
    """What was meant by what was typed: case, spaces, dashes and look-alikes don't matter."""
    kept = "".join(char for char in typed.upper() if char.isalnum())
    return kept.translate(_LOOKALIKES)
