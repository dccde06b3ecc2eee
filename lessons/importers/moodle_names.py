"""What Moodle calls a question: its name, or else the beginning of its text."""

from __future__ import annotations

import html
import re

from lessons.latex import find_latex

_IDEAL = 80
_ENDING = "..."
_MAX_NAME = 255
_CUT_NAME = 251
_NAMELESS = "Soal"
_LONG = 50
_TAG = re.compile(r"</?[A-Za-z!?][^<>]*>")
_LIKE_A_TAG = re.compile(r"<(?=[A-Za-z!?/])")
_LIKE_A_LINK = re.compile(r"\](?=\()")
_LATEX = re.compile(r"[$\\]")


def clean_name(name: str) -> str:
    """A name in one line, without tags; at most 255 letters. May be empty."""
    name = _bare(name[: _IDEAL * _LONG])
    return name if len(name) <= _MAX_NAME else _shortened(name, _CUT_NAME)


def default_name(text: str) -> str:
    """The name of a question that has none: its text, cut after a word at 80 letters."""
    name = _bare(text[: _IDEAL * _LONG])
    return (name if len(name) <= _IDEAL else _shortened(name, _IDEAL)) or _NAMELESS


def _bare(text: str) -> str:
    """The text without what a heading of a course can't hold."""
    text = " ".join(html.unescape(_TAG.sub(" ", text)).split())
    text = _LIKE_A_LINK.sub("] ", _LIKE_A_TAG.sub("‹", text))
    return " ".join(_LATEX.sub("", text).split()) if find_latex(text) else text


def _shortened(text: str, length: int) -> str:
    """Moodle cuts after the last space or full stop, and adds three dots."""
    room = length - len(_ENDING)
    cut = max(text.rfind(" ", 0, room + 1), text.rfind(".", 0, room + 1)) + 1
    return f"{text[: min(cut or room, room)]}{_ENDING}"
