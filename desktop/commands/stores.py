"""Opens this PC's store for a command, with the real clock and real randomness."""

from __future__ import annotations

import os
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from desktop import paths
from desktop.storage.store import Store
from desktop.sync.machine import machine_marks

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def opened_store() -> Iterator[Store]:
    """The store of the data folder, closed in the end.

    Raises:
        StoreProblem: It can't be opened; the file was left as it is.
    """
    store = Store.open(paths.data_folder(), now, os.urandom, machine_marks())
    try:
        yield store
    finally:
        store.close()


def now() -> datetime:
    """The time by the PC's clock, which may be wrong."""
    return datetime.now(UTC)
