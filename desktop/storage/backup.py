"""Whole, verified copies of a database that may be in use."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from desktop.storage.errors import BackupFailed

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path


def backup(source: Path, target: Path, now: datetime) -> Path:
    """Copy the database to a file, or under a dated name into a folder; replaces nothing.

    Returns:
        The copy, which has passed SQLite's integrity check.

    Raises:
        BackupFailed: Something is there already, or the copy could not be written or is not whole.
    """
    if target.is_dir():
        target = target / f"{source.stem}-{now:%Y%m%d-%H%M%S}{source.suffix}"
    if target.exists():
        raise BackupFailed(f"Berkas {target.name} sudah ada. Pilih nama lain.")
    try:
        return copy_verified(source, target)
    except (OSError, sqlite3.Error) as error:
        raise BackupFailed(
            "Salinan tidak dapat ditulis. Periksa ruang dan hak akses folder tujuan.", str(error)
        ) from error


def copy_verified(source: Path, target: Path) -> Path:
    """Copy a database that may be in use, check the copy, and only then give it its name.

    Raises:
        OSError: The copy can't be written.
        sqlite3.Error: The copy can't be written, or is not whole.
    """
    unfinished = target.with_name(f"{target.name}.belum-selesai")
    unfinished.unlink(missing_ok=True)
    try:
        os.close(os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        _copy(source, unfinished)
        return unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)


def _copy(source: Path, target: Path) -> None:
    with closing(sqlite3.connect(source)) as origin, closing(sqlite3.connect(target)) as copy:
        origin.backup(copy)
        # A copy is carried about as one file, so it must not need a log beside it.
        copy.execute("PRAGMA journal_mode = DELETE")
        found = copy.execute("PRAGMA integrity_check(1)").fetchone()[0]
        if found != "ok":
            raise sqlite3.DatabaseError(found)
