"""Courses that were unpacked: of each the newest that is whole; verified anew at every reading."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lessons.course import Course
from lessons.packages.archive import LARGEST_ENTRY
from lessons.packages.contents import Contents, read_contents
from lessons.packages.disk import in_words
from lessons.packages.manifest import Edition, FileEntry, read_manifest
from lessons.packages.names import MANIFEST, SIGNATURE
from lessons.packages.opening import LARGEST_MANIFEST
from lessons.packages.reasons import PackageError, Reason
from lessons.problems import Problem

if TYPE_CHECKING:
    from pathlib import Path

    from lessons.packages.keys import TrustedKeys

_CODE = re.compile(r"[A-Z]{2,8}-[0-9]{2}")
_VERSION = re.compile(r"[1-9][0-9]{0,5}")
_HINTS = {Reason.UNKNOWN_KEY: "Percayai lagi kuncinya, atau pasang paket dengan kunci baru."}


@dataclass(frozen=True, slots=True)
class Installed:
    """What is installed.

    Attributes:
        courses: Of each course the newest version that is whole, in order of their code.
        left_out: Name, and what is wrong with it, as in a catalogue.
    """

    courses: tuple[Course, ...]
    left_out: tuple[tuple[str, tuple[Problem, ...]], ...] = ()

    def version(self, code: str) -> int:
        """The version of a course that can be used; 0 where there is none."""
        return next((course.version for course in self.courses if course.code == code), 0)


def read_installed(root: Path, trusted: TrustedKeys) -> Installed:
    """Read what was unpacked below ``root``; nothing, where there is no such folder."""
    courses: list[Course] = []
    left_out: list[tuple[str, tuple[Problem, ...]]] = []
    try:
        homes = sorted(path for path in root.iterdir() if _CODE.fullmatch(path.name))
    except FileNotFoundError:
        return Installed(())
    except OSError as error:
        reason = f"Folder pelatihan terpasang tidak dapat dibuka ({in_words(error)})."
        return Installed((), ((root.name, (Problem(root, 0, 0, reason, ""),)),))
    for home in homes:
        for version in versions(home):
            folder = home / str(version)
            try:
                courses.append(_course_of(folder, trusted))
                break
            except PackageError as error:
                hint = _HINTS.get(error.reason, "Pasang ulang paketnya.")
                problem = Problem(folder, 0, 0, error.message, hint)
                left_out.append((f"{home.name} versi {version}", (problem,)))
    return Installed(tuple(courses), tuple(left_out))


def versions(home: Path) -> list[int]:
    """The versions of a course that lie in its folder, the newest first."""
    try:
        names = [path.name for path in home.iterdir()]
    except OSError:
        return []
    return sorted((int(name) for name in names if _VERSION.fullmatch(name)), reverse=True)


def open_installed(folder: Path, trusted: TrustedKeys) -> Contents:
    """Verify an unpacked course as if it were a package.

    Raises:
        PackageError: It is not as it was packed.
    """
    data = _read(folder / MANIFEST, LARGEST_MANIFEST)
    manifest = read_manifest(data, _read(folder / SIGNATURE, LARGEST_MANIFEST), trusted)
    if manifest.edition is not Edition.PC:
        raise PackageError(Reason.SERVER_EDITION)

    def read(path: str, _entry: FileEntry) -> bytes:
        return _read(folder / path, LARGEST_ENTRY)

    return read_contents(manifest, read, folder)


def _course_of(folder: Path, trusted: TrustedKeys) -> Course:
    course = open_installed(folder, trusted).course
    if (course.code, str(course.version)) != (folder.parent.name, folder.name):
        raise PackageError(Reason.NAME, folder.name)
    return course


def _read(path: Path, largest: int) -> bytes:
    try:
        if not path.is_file():
            raise PackageError(Reason.MISSING, path.name)
        with path.open("rb") as file:
            return file.read(largest + 1)
    except OSError as error:
        raise PackageError(Reason.UNREADABLE, in_words(error)) from error
