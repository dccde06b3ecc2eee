"""Whether a database can be made, written and read again; the one of this PC is only looked at."""

from __future__ import annotations

import os
import sqlite3
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from desktop import paths
from desktop.doctor import look_at_database
from desktop.findings import Health
from desktop.selftest.scratch import scratch_folder
from desktop.selftest.verdicts import Broken, Doubtful
from desktop.storage import opening
from desktop.storage.store import Store

if TYPE_CHECKING:
    from pathlib import Path

_NAME = "selftest"


def look() -> str:
    """Try a database of its own, then look at the real one.

    Raises:
        Broken: What was written does not come back whole.
        Doubtful: The real one is not well, which installing again does not mend.
    """
    with scratch_folder() as folder:
        _try(folder)
    return f"SQLite {sqlite3.sqlite_version} menyimpan dan membaca kembali. {_real()}"


def _try(folder: Path) -> None:
    value = os.urandom(8).hex()
    store = _open(folder)
    store.keep_setting(_NAME, value)
    store.close()
    store = _open(folder)
    kept = store.setting(_NAME)
    store.close()
    if kept != value:
        raise Broken("Yang ditulis ke basis data percobaan tidak terbaca kembali.")
    found = opening.integrity(folder / opening.FILE_NAME)
    if found != "ok":
        raise Broken(f"Basis data percobaan rusak ({found}).")


def _open(folder: Path) -> Store:
    return Store.open(folder, lambda: datetime.now(UTC), os.urandom)


def _real() -> str:
    folder = paths.data_folder()
    try:
        if not (folder / opening.FILE_NAME).exists():
            return "Basis data komputer ini belum ada; dibuat saat program dibuka."
        found = look_at_database(folder)
    except OSError as error:
        raise Doubtful(f"Isi {folder} tidak dapat dilihat oleh akun ini.") from error
    if found.health is not Health.GOOD:
        raise Doubtful(f"Basis data komputer ini: {found.words} Jalankan bina-asn doctor.")
    return f"Basis data komputer ini: {found.words}"
