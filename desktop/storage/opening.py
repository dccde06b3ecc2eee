"""From a folder to a database of this version: look without touching, then upgrade."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from desktop.storage.accounts import group_without_us
from desktop.storage.backup import copy_verified
from desktop.storage.database import BUSY_SECONDS, explained, transaction
from desktop.storage.errors import StoreDamaged, StoreTooNew, StoreUnavailable
from desktop.storage.upgrades import STEPS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from pathlib import Path

FILE_NAME = "bina-asn.db"
APPLICATION_ID = 0x42415341
"""Marks the file as ours in the header of SQLite (``BASA``)."""
_SMALLEST = 512
"""Bytes of the smallest page that SQLite knows."""


def prepare(folder: Path, now: datetime, steps: Sequence[Sequence[str]] = STEPS) -> Path:
    """Make the folder and the file where missing, and bring the file to the newest version.

    Returns:
        The database file.

    Raises:
        StoreDamaged: The file is damaged or not ours; nothing was changed.
        StoreTooNew: The file is of a newer program; nothing was changed.
        StoreUnavailable: Full disk, no rights, read-only.
    """
    path = folder / FILE_NAME
    _make(path)
    with explained(path):
        version = inspect(path, newest=len(steps))
        if version < len(steps):
            _upgrade(path, version, now, steps)
    return path


def inspect(path: Path, newest: int = len(STEPS)) -> int:
    """The version of a database file; 0 for an empty one. Reads only, or ends what was cut off.

    Raises:
        StoreDamaged: Damaged, or not ours.
        StoreTooNew: Above ``newest``.
        StoreUnavailable: Can't be read.
    """
    if path.is_dir():
        raise StoreDamaged(path, "a folder")
    size = path.stat().st_size
    if size == 0:
        return 0
    if size < _SMALLEST:
        # SQLite takes a file of a few bytes for an empty one and would write over it.
        raise StoreDamaged(path, f"{size} bytes")
    with explained(path), closing(look(path)) as file:
        version = int(file.execute("PRAGMA user_version").fetchone()[0])
        _require_ours(file, path, version)
        if version > newest:
            raise StoreTooNew(path, version)
        _require_whole(file, path)
        return version


def integrity(path: Path) -> str:
    """What SQLite's full check finds first; ``ok`` for a whole file. Reads only.

    Raises:
        StoreProblem: Can't be read at all.
    """
    with explained(path), closing(look(path)) as file:
        return str(file.execute("PRAGMA integrity_check(1)").fetchone()[0])


def look(path: Path) -> sqlite3.Connection:
    """A connection that changes nothing, but for what a cut-off first start left behind."""
    # A first start that was cut off leaves a journal beside the file: only a writer can undo it.
    mode = "rw" if path.with_name(f"{path.name}-journal").exists() else "ro"
    uri = f"{path.absolute().as_uri()}?mode={mode}"
    return sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS)


def _require_ours(file: sqlite3.Connection, path: Path, version: int) -> None:
    mark = file.execute("PRAGMA application_id").fetchone()[0]
    is_new = version == 0 and not file.execute("SELECT 1 FROM sqlite_schema").fetchone()
    if mark != APPLICATION_ID and not is_new:
        raise StoreDamaged(path, f"application_id {mark:#x}")


def _require_whole(file: sqlite3.Connection, path: Path) -> None:
    found = file.execute("PRAGMA quick_check(1)").fetchone()[0]
    if found != "ok":
        raise StoreDamaged(path, str(found))


def _make(path: Path) -> None:
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not path.exists():
            _make_file(path)
    except OSError as error:
        raise StoreUnavailable(_refusal(path.parent), path, str(error)) from error


def _refusal(folder: Path) -> str:
    if group := group_without_us(folder):
        return (
            f"Akun ini belum menjadi anggota kelompok {group}. Minta petugas TI memasukkannya ke "
            "kelompok itu, lalu keluar dari akun komputer dan masuk lagi."
        )
    return "Folder data tidak dapat dibuat atau ditulis. Periksa ruang disk dan hak akses folder."


def _make_file(path: Path) -> None:
    folder = path.parent.stat()
    # A folder that an administrator opened to a group holds a file for that group; nobody else.
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    path.chmod(0o600 | folder.st_mode & 0o060)
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        os.chown(path, folder.st_uid, folder.st_gid)


def _upgrade(path: Path, version: int, now: datetime, steps: Sequence[Sequence[str]]) -> None:
    with closing(sqlite3.connect(path, isolation_level=None, timeout=BUSY_SECONDS)) as file:
        if version:
            copy_verified(path, _copy_name(path, version, now)).chmod(path.stat().st_mode & 0o660)
        file.execute("PRAGMA journal_mode = WAL")
        file.execute("PRAGMA synchronous = FULL")
        with transaction(file, "BEGIN IMMEDIATE"):
            _run(file, steps)


def _copy_name(path: Path, version: int, now: datetime) -> Path:
    return path.with_name(f"{path.stem}-versi-{version}-{now:%Y%m%d-%H%M%S}{path.suffix}")


def _run(file: sqlite3.Connection, steps: Sequence[Sequence[str]]) -> None:
    # Asked again under the lock: another process may have been faster.
    done = int(file.execute("PRAGMA user_version").fetchone()[0])
    for step in steps[done:]:
        for statement in step:
            file.execute(statement)
    file.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    file.execute(f"PRAGMA user_version = {len(steps)}")
