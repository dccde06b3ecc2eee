"""Courses that were read once are kept in compiled form, and believed only while all is as it was.

One file for each course folder holds the fingerprint of the course, the hash of its compiled form
and the form itself. A course with problems is never kept.
"""

from __future__ import annotations

import hashlib
import logging
import os
from contextlib import suppress
from typing import TYPE_CHECKING

from lessons.compiled import CompiledError, decode_course, encode_course
from lessons.fingerprint import fingerprint
from lessons.reader import read_course

if TYPE_CHECKING:
    from pathlib import Path

    from lessons.course import Course

_FORMAT = 1
_MAGIC = b"bina-asn course cache\n"
_HASH_BYTES = 32
_HEAD_BYTES = len(_MAGIC) + 2 * _HASH_BYTES
_log = logging.getLogger(__name__)


class CourseCache:
    """Reads courses, from a folder of its own where nothing has changed since.

    Whoever may write into that folder decides what is shown: it belongs to the program alone.
    """

    def __init__(self, folder: Path, program: str) -> None:
        """Take the folder, which need not exist, and the program's version."""
        self._folder = folder
        self._program = program

    def read(self, course_folder: Path) -> Course:
        """The course, exactly as :func:`~lessons.reader.read_course` gives it.

        Raises:
            CourseError: The course has problems.
        """
        key = self._key(course_folder)
        if key is None:
            return read_course(course_folder)
        kept = self._kept(course_folder, key)
        if kept is not None:
            return kept
        course = read_course(course_folder)
        # Somebody may have saved a file in between; then the key is of another text.
        if self._key(course_folder) == key:
            self._keep(course, key)
        return course

    def _key(self, course_folder: Path) -> bytes | None:
        return fingerprint(course_folder, _FORMAT, self._program)

    def _file(self, course_folder: Path) -> Path:
        name = hashlib.sha256(os.fsencode(course_folder.resolve())).hexdigest()
        return self._folder / f"{name[:_HASH_BYTES]}.course"

    def _kept(self, course_folder: Path, key: bytes) -> Course | None:
        try:
            content = self._file(course_folder).read_bytes()
            head, body = content[:_HEAD_BYTES], content[_HEAD_BYTES:]
            return decode_course(body, course_folder) if head == _head(key, body) else None
        except (OSError, CompiledError):
            return None

    def _keep(self, course: Course, key: bytes) -> None:
        target = self._file(course.folder)
        unfinished = target.with_name(f"{target.name}.{os.getpid()}")
        try:
            body = encode_course(course)
            self._folder.mkdir(parents=True, exist_ok=True)
            unfinished.write_bytes(_head(key, body) + body)
            unfinished.replace(target)
        except OSError as error:
            _log.info("course not kept in the cache: %s", error.strerror)
            with suppress(OSError):
                unfinished.unlink(missing_ok=True)


def _head(key: bytes, body: bytes) -> bytes:
    return _MAGIC + key + hashlib.sha256(body).digest()
