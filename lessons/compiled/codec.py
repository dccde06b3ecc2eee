"""Courses to canonical JSON and back: sorted keys, no spaces, the same bytes on every machine."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import msgspec

from lessons.compiled.plain import from_plain, to_plain
from lessons.course import Course
from lessons.records import to_json

if TYPE_CHECKING:
    from pathlib import Path

FORMAT = 1
"""Counts up when older programs could no longer read what is written."""


class CompiledError(ValueError):
    """These bytes are no compiled course of a format that this program knows.

    Attributes:
        title: For people, in Indonesian.
        message: For people, in Indonesian.
    """

    title = "Isi pelatihan tidak dapat dibaca"

    def __init__(self, message: str) -> None:
        """Take the words for people."""
        super().__init__(message)
        self.message = message


class _Document(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    format: int
    course: msgspec.Raw


def encode_course(course: Course) -> bytes:
    """The compiled form of a course; it tells nothing of the folder in which the course lies."""
    return to_json({"format": FORMAT, "course": to_plain(course, course.folder)})


def decode_course(data: bytes, folder: Path) -> Course:
    """The course that :func:`encode_course` took.

    Args:
        folder: Where its files and pictures lie now.

    Raises:
        CompiledError: These are other bytes.
    """
    try:
        document = msgspec.json.decode(data, type=_Document)
        if document.format != FORMAT:
            raise CompiledError(f"Format {document.format} tidak dikenal program ini.")
        hook = partial(from_plain, folder)
        return msgspec.json.decode(document.course, type=Course, dec_hook=hook)
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        raise CompiledError(f"Isinya rusak atau bukan pelatihan ({error}).") from error
