"""What a verified package holds: its manifest and its course, and that nothing else is in it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from lessons.compiled import CompiledError, decode_course, encode_course
from lessons.compiled.plain import to_plain
from lessons.course import Course
from lessons.packages.manifest import FileEntry, Manifest, manifest_of
from lessons.packages.names import COURSE
from lessons.packages.reasons import PackageError, Reason
from lessons.packages.sealing import is_sealed_rightly
from lessons.pictures import is_picture_data, picture_names

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet
    from pathlib import Path

ReadFile = Callable[[str, FileEntry], bytes]
"""Reads a file of a course by its path and what the manifest says of it."""


@dataclass(frozen=True, slots=True)
class Contents:
    """A manifest and the course that it describes."""

    manifest: Manifest
    course: Course


def read_contents(manifest: Manifest, read: ReadFile, folder: Path) -> Contents:
    """Read every file, and compare each with the manifest.

    Args:
        folder: Where the course's files lie, or will lie.

    Raises:
        PackageError: Something is not as the manifest says, or not as packing makes it.
    """
    course_file = _checked(COURSE, manifest.files[COURSE], read)
    try:
        course = decode_course(course_file, folder)
    except CompiledError as error:
        raise PackageError(Reason.COURSE) from error
    for path, entry in manifest.files.items():
        if path != COURSE and not is_picture_data(_checked(path, entry, read)):
            raise PackageError(Reason.NO_PICTURE, path)
    _require_described(manifest, course)
    if encode_course(course) != course_file:
        raise PackageError(Reason.NOT_CANONICAL, COURSE)
    return Contents(manifest, course)


def require_sound_course(course: Course, files: AbstractSet[str]) -> None:
    """Refuse a course that nobody can have read from course files.

    Args:
        files: The paths of the files that come with it.

    Raises:
        PackageError: See there.
    """
    # Whoever only starts the program reads no course files, and need not load what reads them.
    from lessons.compiled.rules import require_sound

    try:
        require_sound(course, files)
    except CompiledError as error:
        raise PackageError(Reason.COURSE, error.message) from error


def named_pictures(course: Course) -> set[str]:
    """Every picture that the course could show."""
    return {
        name for text in _texts(to_plain(course, course.folder)) for name in picture_names(text)
    }


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from _texts(list(value.values()))
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)


def _checked(path: str, entry: FileEntry, read: ReadFile) -> bytes:
    data = read(path, entry)
    if len(data) != entry.size:
        raise PackageError(Reason.SIZE, path)
    if hashlib.sha256(data).hexdigest() != entry.sha256:
        raise PackageError(Reason.HASH, path)
    return data


def _require_described(manifest: Manifest, course: Course) -> None:
    described = manifest_of(course, {}, manifest.edition, manifest.min_client)
    if described != msgspec.structs.replace(manifest, files={}):
        raise PackageError(Reason.MANIFEST, course.code)
    surplus = manifest.files.keys() - {COURSE} - named_pictures(course)
    if surplus:
        raise PackageError(Reason.SURPLUS, min(surplus))
    if not is_sealed_rightly(course, manifest.edition):
        raise PackageError(Reason.COURSE, manifest.edition.value)
