"""Folders whose bytes, rights and times depend on their content alone."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_PROGRAM, _FILE, _FOLDER = 0o755, 0o644, 0o755


def fresh(folder: Path) -> Path:
    """Makes the folder anew and empty."""
    if folder.exists():
        shutil.rmtree(folder)
    folder.mkdir(parents=True)
    return folder


def write(file: Path, data: bytes) -> None:
    """Writes a file and the folders above it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)


def settle(folder: Path, epoch: int) -> None:
    """Gives all within, and the folder itself, the same rights and time on every machine.

    Programs stay programs (their owner's right to run them tells); nobody but the owner writes.
    """
    for path in [*folder.rglob("*"), folder]:
        if not path.is_symlink():
            path.chmod(_rights(path))
        os.utime(path, (epoch, epoch), follow_symlinks=False)


def _rights(path: Path) -> int:
    if path.is_dir():
        return _FOLDER
    return _PROGRAM if path.stat().st_mode & 0o100 else _FILE


def size_of(folder: Path) -> int:
    """The bytes of all files within."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
