"""Pictures of a course: which a text may name, and whether such a file is one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PICTURE = re.compile(r"([A-Za-z0-9_-]{1,60}/){0,3}[A-Za-z0-9_-]{1,60}\.(png|jpg|jpeg|gif)")
"""A picture's address as a course file may write it, relative to the course's folder."""
_BEGINS = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8")
_ENDING = re.compile(r"\.(?:png|jpg|jpeg|gif)(?![A-Za-z0-9_-])")
_STEM = re.compile(r"(?<![A-Za-z0-9_-])(?:[A-Za-z0-9_-]{1,60}/){0,3}[A-Za-z0-9_-]{1,60}\Z")
_LONGEST_STEM = 244


def is_picture_data(data: bytes) -> bool:
    """Whether these first bytes, four at least, are those of a PNG, JPEG or GIF file."""
    return data.startswith(_BEGINS)


def is_picture(folder: Path, target: str) -> bool:
    """Whether there is such a picture below the folder; links that lead out of it don't count."""
    try:
        path = (folder / target).resolve(strict=True)
        if not (path.is_file() and path.is_relative_to(folder.resolve())):
            return False
        with path.open("rb") as file:
            return is_picture_data(file.read(4))
    except OSError:
        return False


def picture_names(text: str) -> Iterator[str]:
    """Everything in a text that could be a picture's address, wherever it stands.

    More than what the text shows, never less: an address in code or in a sentence is given too.
    """
    for ending in _ENDING.finditer(text):
        before = text[max(0, ending.start() - _LONGEST_STEM) : ending.start()]
        if stem := _STEM.search(before):
            yield stem[0] + ending[0]
