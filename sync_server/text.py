"""Text from outside, made fit for a column and a page."""

from __future__ import annotations


def clean(text: str) -> str:
    """Without control characters and doubled spaces; a database may refuse the former."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())
