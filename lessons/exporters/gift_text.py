"""Text in GIFT: what its signs would part is escaped, and everything is one line."""

from __future__ import annotations

import re

_SIGNS = re.compile(r"[\\~=#{}:]")
_ARROW = "->"


def escaped(text: str) -> str:
    """Text of which Moodle's GIFT reader takes no sign as its own."""
    return _SIGNS.sub(lambda match: f"\\{match[0]}", text.strip()).replace("\n", "\\n")


def markdown(text: str) -> str:
    """Markdown with the mark that says so; nothing for nothing."""
    return f"[markdown]{escaped(text)}" if text else ""


def left_side(text: str) -> str:
    """Markdown before the arrow of a pair."""
    return markdown(text.replace(_ARROW, "-&gt;"))


def feedback(text: str) -> str:
    """What follows an answer; it is of the question's format."""
    return f"#{escaped(text)}" if text else ""
