"""Opens files from outside that must be files and nothing else, and copies them while summing."""

from __future__ import annotations

import hashlib
import os
import stat
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO

from desktop.updates.errors import UpdateRefused
from lessons.packages.disk import in_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_CHUNK = 1024 * 1024
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
)
"""A link is not followed, and a pipe in place of a file does not make anybody wait."""


@contextmanager
def opened_plainly(path: Path, largest: int) -> Iterator[BinaryIO]:
    """An ordinary file of at most so many bytes.

    Raises:
        UpdateRefused: It is something else, larger, or can't be read.
    """
    try:
        # Windows has no flag by which opening itself refuses a link.
        _require_plain(path.lstat(), path, largest)
        with os.fdopen(os.open(path, _FLAGS), "rb") as file:
            _require_plain(os.fstat(file.fileno()), path, largest)
            yield file
    except OSError as error:
        raise UpdateRefused(f"{path} tidak dapat dibaca: {in_words(error)}.") from error


def read_plainly(path: Path, largest: int) -> bytes:
    """The content of such a file; raises as :func:`opened_plainly`."""
    with opened_plainly(path, largest) as file:
        return file.read(largest)


def sum_of(file: BinaryIO, take: Callable[[bytes], object] | None = None) -> str:
    """The SHA-256 of what is left of a file, in hex digits.

    Args:
        take: Gets every portion that was summed, so that a copy is of the very same bytes.
    """
    found = hashlib.sha256()
    while chunk := file.read(_CHUNK):
        found.update(chunk)
        if take is not None:
            take(chunk)
    return found.hexdigest()


def _require_plain(status: os.stat_result, path: Path, largest: int) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise UpdateRefused(f"{path} bukan berkas biasa.")
    if status.st_size > largest:
        raise UpdateRefused(f"{path} terlalu besar.")
