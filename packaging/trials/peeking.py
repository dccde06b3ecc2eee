"""Looking into the data folder of a program that is open, without disturbing it."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from tests.desktop.stores import open_store

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.storage.store import Store


@contextmanager
def peeked(data: Path) -> Iterator[Store]:
    """All that is on disk by now.

    It is a copy: wine's locks mean nothing to a program outside, which would fold the log of the
    database into it behind the other's back.
    """
    with TemporaryDirectory() as folder:
        for name in ("bina-asn.db", "bina-asn.db-wal"):
            if (data / name).exists():
                shutil.copy(data / name, folder)
        store = open_store(Path(folder))
        try:
            yield store
        finally:
            store.close()
