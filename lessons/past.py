"""A course as it was at a revision of the Git repository that holds it."""

from __future__ import annotations

import io
import shutil
import subprocess
import tempfile
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from lessons.problems import CourseError
from lessons.reader import read_course

if TYPE_CHECKING:
    from lessons.course import Course

_SECONDS = 60


class PastUnknown(ValueError):
    """The earlier state can't be had; the text says why, in Indonesian."""


def course_at(folder: Path, revision: str) -> Course | None:
    """The course of a folder at a revision; None where it was not there yet.

    Raises:
        PastUnknown: There is no Git, no repository or no such revision, or the course can't be
            read as it was then.
    """
    root = Path(_git(folder, "rev-parse", "--show-toplevel").decode().rstrip("\n"))
    place = folder.resolve().relative_to(root.resolve()).as_posix()
    commit = _commit(folder, revision)
    if not _git(root, "ls-tree", commit, "--", place) and place != ".":
        return None
    tree = commit if place == "." else f"{commit}:{place}"
    return _read(_git(root, "archive", "--format=zip", tree), folder.name, revision)


def _commit(folder: Path, revision: str) -> str:
    asked = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    try:
        return _git(folder, *asked).decode().strip()
    except PastUnknown as error:
        raise PastUnknown(f"revisi Git “{revision}” tidak ada") from error


def _read(archive: bytes, name: str, revision: str) -> Course | None:
    with tempfile.TemporaryDirectory() as temporary:
        target = Path(temporary) / name
        target.mkdir()
        _unpack(archive, target, name)
        if not (target / "course.md").is_file():
            return None
        try:
            return read_course(target)
        except CourseError as error:
            raise PastUnknown(
                f"pelatihan “{name}” pada revisi “{revision}” tidak dapat dibaca:"
                f" {error.problems[0].message}"
            ) from error


def _unpack(archive: bytes, target: Path, name: str) -> None:
    try:
        # Not tar, which Python 3.11.2 of Debian 12 can't unpack safely.
        with zipfile.ZipFile(io.BytesIO(archive)) as packed:
            packed.extractall(target)
    except (zipfile.BadZipFile, OSError) as error:
        raise PastUnknown(f"berkas lama “{name}” tidak dapat dibaca dari Git") from error


def _git(folder: Path, *arguments: str) -> bytes:
    program = shutil.which("git")
    if program is None:
        raise PastUnknown("“--against” memerlukan program git, yang tidak terpasang")
    try:
        done = subprocess.run(  # noqa: S603
            [program, "-C", str(folder), *arguments],
            capture_output=True,
            check=True,
            timeout=_SECONDS,
        )
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired, ValueError) as error:
        raise PastUnknown(f"“{folder}” tidak berada dalam repositori Git yang sehat") from error
    return done.stdout
