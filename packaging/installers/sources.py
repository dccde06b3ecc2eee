"""Which files of the project are packed: those that git tracks, in the rooms that people need."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from installers.commands import run

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

# Rooms of `lessons` where trainers write, check and convert; no PC in an office needs them.
TRAINERS_ROOMS = (
    "lessons/__main__.py",
    "lessons/advice",
    "lessons/checking.py",
    "lessons/commands",
    "lessons/courses/_gambar",
    "lessons/draft_reader.py",
    "lessons/exporters",
    "lessons/figures.py",
    "lessons/history.py",
    "lessons/importers",
    "lessons/indexes",
    "lessons/past.py",
    "lessons/preview",
    "lessons/prose.py",
    "lessons/quiz_files.py",
    "lessons/skeleton",
)
CLIENT_ROOMS = ("desktop", "lessons", "resources")
SERVER_ROOMS = ("lessons", "sync_server")


def packed_files(root: Path, rooms: Sequence[str]) -> list[PurePosixPath]:
    """The files of these top folders that are packed, relative to the project, sorted."""
    files = tracked_files(root, rooms)
    return [file for file in files if not _is_within(file, TRAINERS_ROOMS)]


def tracked_files(root: Path, folders: Sequence[str]) -> list[PurePosixPath]:
    """The files that git tracks in some folders; all but caches where the sources are no checkout.

    Raises:
        PackagingError: git can't tell.
    """
    if not (root / ".git").exists():
        return sorted(_found_files(root, folders))
    listing = run(["git", "ls-files", "-z", "--", *folders], folder=root)
    return sorted(PurePosixPath(name) for name in listing.split("\0") if name)


def _found_files(root: Path, folders: Iterable[str]) -> list[PurePosixPath]:
    paths = [path for folder in folders for path in (root / folder).rglob("*") if path.is_file()]
    files = [PurePosixPath(path.relative_to(root).as_posix()) for path in paths]
    return [file for file in files if "__pycache__" not in file.parts]


def _is_within(file: PurePosixPath, rooms: Iterable[str]) -> bool:
    return any(file.is_relative_to(room) for room in rooms)
