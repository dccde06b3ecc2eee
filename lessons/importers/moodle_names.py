"""What Moodle calls a question: its name, or else the beginning of its text."""

from __future__ import annotations

import html
import re

_IDEAL = 80
_ENDING = "..."
_MAX_NAME = 255
_CUT_NAME = 251
_NAMELESS = "Soal"
_TAG = re.compile(r"</?[A-Za-z!?][^<>]*>")
_LINK = re.compile(r"\]\(")


def clean_name(name: str) -> str:
    """A name in one line, without tags; at most 255 letters. May be empty."""
    name = _LINK.sub("] (", " ".join(_TAG.sub(" ", html.unescape(_TAG.sub("", name))).split()))
    return name if len(name) <= _MAX_NAME else _shortened(name, _CUT_NAME)


def default_name(text: str) -> str:
    """The name of a question that has none: its text, cut after a word at 80 letters."""
    name = clean_name(text)[: _MAX_NAME - 1] if len(text) < _IDEAL else _long_name(text)
    return name or _NAMELESS


def _long_name(text: str) -> str:
    bare = " ".join(html.unescape(_TAG.sub(" ", text[: _IDEAL * 50])).split())
    return clean_name(bare if len(bare) <= _IDEAL else _shortened(bare, _IDEAL))


def _shortened(text: str, length: int) -> str:
    """Moodle cuts after the last space or full stop, and adds three dots."""
    room = length - len(_ENDING)
    cut = max(text.rfind(" ", 0, room + 1), text.rfind(".", 0, room + 1)) + 1
    return f"{text[: min(cut or room, room)].rstrip(' ')}{_ENDING}"
