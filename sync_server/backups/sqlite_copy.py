"""A copy of an SQLite database, made while others write to it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from sync_server.errors import SetupError

if TYPE_CHECKING:
    from pathlib import Path

_DAMAGED = "Basis data {} rusak: {}. Pulihkan dari cadangan yang masih baik."


def copy_database(source: Path, target: Path) -> None:
    """Copy a database at one moment, and see that the copy is sound.

    Raises:
        SetupError: The source is damaged.
        OSError: The copy can't be written.
    """
    try:
        with (
            closing(sqlite3.connect(f"{source.resolve().as_uri()}?mode=rw", uri=True)) as there,
            closing(sqlite3.connect(target)) as here,
        ):
            there.backup(here)
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_WRITE):
            raise OSError(str(error)) from error
        raise SetupError(_DAMAGED.format(source.name, error)) from error
    check_and_close(target)


def check_and_close(file: Path) -> None:
    """See that a database is sound, and bring it into one file without a log beside it.

    Raises:
        SetupError: It is damaged.
    """
    try:
        with closing(sqlite3.connect(file)) as opened:
            opened.execute("PRAGMA journal_mode = DELETE").fetchone()
            (found,) = opened.execute("PRAGMA integrity_check(1)").fetchone()
            broken = opened.execute("PRAGMA foreign_key_check").fetchone()
    except sqlite3.DatabaseError as error:
        raise SetupError(_DAMAGED.format(file.name, error)) from error
    if found != "ok" or broken:
        raise SetupError(_DAMAGED.format(file.name, found if found != "ok" else broken))
