"""Taking a data folder apart, file by file, so that a kill leaves whole databases or none.

Only what this program made is touched; whatever else lies in the folder stays.
"""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from desktop.storage.database import BUSY_SECONDS, explained
from desktop.storage.errors import StoreUnavailable
from desktop.storage.opening import FILE_NAME
from desktop.storage.survey import other_databases

if TYPE_CHECKING:
    from pathlib import Path

_SIDE_FILES = ("-wal", "-shm", "-journal")


def drop_disposable(folder: Path) -> None:
    """Delete what is made anew or is of no use: cached courses, logs, fetched updates, torn copies.

    Raises:
        OSError: Something can't be deleted; what was deleted before stays so.
    """
    _drop_folder(folder / "cache")
    _drop_folder(folder / "updates")
    for pattern in ("bina-asn.log*", "bina-asn*.belum-selesai"):
        _drop_files(folder, pattern)


def drop_courses(folder: Path) -> None:
    """Delete the installed courses and the list of trusted keys; raises as the above."""
    _drop_folder(folder / "courses")
    _drop_files(folder, "trusted-keys.txt*")


def drop_databases(folder: Path) -> None:
    """Delete every database, the one in use last; nothing may have it open.

    Raises:
        OSError: As above.
        StoreProblem: The database is in use, or can't be read.
    """
    for path in other_databases(folder):
        _drop_whole(path)
    path = folder / FILE_NAME
    if path.exists():
        _fold(path)
    _drop_whole(path)


def _fold(path: Path) -> None:
    """Bring everything into the one file: without its log it would pass for an older state."""
    with explained(path), closing(sqlite3.connect(path, timeout=BUSY_SECONDS)) as file:
        is_busy = file.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    if is_busy:
        raise StoreUnavailable("Basis data sedang dipakai. Coba lagi.", path)


def _drop_whole(path: Path) -> None:
    path.unlink(missing_ok=True)
    for ending in _SIDE_FILES:
        path.with_name(f"{path.name}{ending}").unlink(missing_ok=True)


def _drop_files(folder: Path, pattern: str) -> None:
    for path in sorted(folder.glob(pattern)):
        path.unlink(missing_ok=True)


def _drop_folder(folder: Path) -> None:
    if folder.is_symlink():
        folder.unlink()
    elif folder.is_dir():
        shutil.rmtree(folder)
