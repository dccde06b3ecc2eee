"""The folder that a trainer works in, read anew whenever a file in it changes."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from lessons.checking import Findings, check_all
from lessons.course import Course, Quiz
from lessons.draft_reader import draft_paths, read_draft
from lessons.problems import CourseError, Report
from lessons.reader import read_course

if TYPE_CHECKING:
    from collections.abc import Iterator

_WATCHED = frozenset({".md", ".png", ".jpg", ".jpeg", ".gif"})
_HEX_DIGITS = 16
_END = ".kuis.md"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What there is to show.

    Attributes:
        folder: Where the files lie.
        version: Another one after each change of a file.
        course: The course in its last version without problems; None if there never was one.
        drafts: Drafts by their file's name without the end, each in its last good version; of one
            that never was good, the questions that can be read.
        findings: What ``check`` says of the files as they are now.
    """

    folder: Path
    version: str
    course: Course | None
    drafts: dict[str, Quiz]
    findings: Findings

    def quiz(self, key: str) -> Quiz | None:
        """The quiz with this id, or the draft with this name."""
        found = self.course.quiz(key) if self.course else None
        return found or self.drafts.get(key)


class Workspace:
    """Reads the folder when asked, but only after a change; used from several threads."""

    def __init__(self, folder: Path) -> None:
        """Take the folder; nothing is read yet."""
        self._folder = folder
        self._lock = Lock()
        self._last: Snapshot | None = None

    def version(self) -> str:
        """Made of the names, times and sizes of all files; a file that was replaced counts too."""
        digest = hashlib.sha256()
        for path in sorted(self._watched()):
            digest.update(f"{path.relative_to(self._folder)}\n{_stamp(path)}\n".encode())
        return digest.hexdigest()[:_HEX_DIGITS]

    def snapshot(self) -> Snapshot:
        """What there is to show now."""
        with self._lock:
            # First the version: a file saved while others are read makes the next one differ.
            version = self.version()
            if self._last is None or self._last.version != version:
                self._last = self._read(version)
            return self._last

    def _watched(self) -> Iterator[Path]:
        for path in self._folder.rglob("*"):
            hidden = any(part.startswith(".") for part in path.relative_to(self._folder).parts)
            if path.suffix.lower() in _WATCHED and not hidden:
                yield path

    def _read(self, version: str) -> Snapshot:
        before = self._last
        course = _read_course(self._folder) or (before.course if before else None)
        drafts = {
            path.name.removesuffix(_END): quiz
            for path in draft_paths(self._folder)
            if (quiz := _read_draft(path, before)) is not None
        }
        return Snapshot(self._folder, version, course, drafts, check_all([self._folder]))


def _stamp(path: Path) -> str:
    try:
        found = path.stat()
    except OSError:
        return "gone"
    return f"{found.st_mtime_ns} {found.st_size} {found.st_ino}"


def _read_course(folder: Path) -> Course | None:
    try:
        return read_course(folder)
    except CourseError:
        return None  # what is wrong is told by check


def _read_draft(path: Path, before: Snapshot | None) -> Quiz | None:
    report = Report(path)
    quiz = read_draft(path, report)
    last = before.drafts.get(path.name.removesuffix(_END)) if before else None
    return last if report.problems and last is not None else quiz
