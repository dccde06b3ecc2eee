"""A hash of everything that reading a course looks at, so that a changed course is noticed."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from lessons.pictures import is_picture, picture_names
from lessons.records import to_json
from lessons.source_text import MAX_FILE_BYTES


def fingerprint(folder: Path, *before: str | int) -> bytes | None:
    """32 bytes that differ as soon as reading the course could give something else.

    It covers names and bytes of all course files, and for each picture that they may name whether
    there is one. Nothing is believed of sizes and dates.

    Args:
        before: What else decides the result, for example the program's version.

    Returns:
        None where a file is none that can be hashed, for example a link or a pipe.
    """
    try:
        files = [(path.name, _own_bytes(path)) for path in _course_files(folder)]
    except (OSError, ValueError):
        return None
    contents = [[name, hashlib.sha256(data).hexdigest()] for name, data in files]
    texts = (data.decode("utf-8", "replace") for _, data in files)
    named = sorted({name for text in texts for name in picture_names(text)})
    pictures = [[name, is_picture(folder, name)] for name in named]
    return hashlib.sha256(to_json([before, contents, pictures])).digest()


def _course_files(folder: Path) -> list[Path]:
    with os.scandir(folder) as entries:
        return sorted(Path(entry.path) for entry in entries if entry.name.endswith(".md"))


def _own_bytes(path: Path) -> bytes:
    if path.is_symlink() or not path.is_file():
        raise ValueError("not a plain file")
    with path.open("rb") as file:
        data = file.read(MAX_FILE_BYTES + 1)
    if len(data) > MAX_FILE_BYTES:
        raise ValueError("too long to be read")
    return data
