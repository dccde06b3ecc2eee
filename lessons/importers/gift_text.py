"""The signs of GIFT: escapes, text formats and titles, as Moodle's importer reads them."""

from __future__ import annotations

import re
from dataclasses import dataclass

_ESCAPED = ":#={}~"
_HIDDEN = {letter: chr(0xFDD0 + index) for index, letter in enumerate((*_ESCAPED, "\n"))}
"""Stand for escaped signs while the text is taken apart; decoding leaves none in a text."""
_SHOWN = {ord(hidden): letter for letter, hidden in _HIDDEN.items()}
_ESCAPE = re.compile(r"\\([\\:#={}~n])")
_FORMAT = re.compile(r"\[(html|moodle|markdown|plain)\]")


@dataclass(frozen=True, slots=True)
class Formatted:
    """A text and Moodle's word for its format."""

    text: str
    form: str


def hidden(text: str) -> str:
    r"""The text with escaped signs hidden, so that those left are GIFT's own; ``\n`` too."""
    return _ESCAPE.sub(lambda match: _hide(match[1]), text)


def shown(text: str) -> str:
    """The text with its hidden signs shown again, trimmed."""
    return text.translate(_SHOWN).strip()


def formatted(text: str, usual: str) -> Formatted:
    """A text that may begin with its format, ``[html]``; else it is of the usual one."""
    text = text.strip()
    match = _FORMAT.match(text)
    if match is None:
        return Formatted(shown(text), usual)
    return Formatted(shown(text[match.end() :]), match[1])


def with_feedback(text: str, usual: str) -> tuple[Formatted, Formatted]:
    """An answer, and what follows its first ``#``."""
    answer, _, feedback = text.partition("#")
    return formatted(answer, usual), formatted(feedback, usual)


def _hide(letter: str) -> str:
    return letter if letter == "\\" else _HIDDEN["\n" if letter == "n" else letter]
