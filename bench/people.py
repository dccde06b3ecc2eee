"""A data folder as an office has it: people, one of whom has a password, and an enrolment."""

from __future__ import annotations

import os
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from desktop.storage.model import Enrolment
from desktop.storage.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from uuid import UUID

PASSWORD = "padi-menguning-7"
_OFFICE = 12
"""People of a usual kelurahan."""
_NOWHERE = "http://127.0.0.1:9"
"""The port of "discard": nobody answers there, as on a day without network."""


@contextmanager
def open_store(folder: Path) -> Iterator[Store]:
    """The store of a folder, closed afterwards."""
    store = Store.open(folder, lambda: datetime.now(UTC), os.urandom)
    try:
        yield store
    finally:
        store.close()


def furnish(folder: Path) -> UUID:
    """Fill a folder; gives the id of the person who comes first and has ``PASSWORD``."""
    with open_store(folder) as store:
        people = [store.register(f"Pegawai {n:02}", _nip(n)) for n in range(1, _OFFICE + 1)]
        store.set_password(people[0].id, PASSWORD)
        store.keep_enrolment(Enrolment(_NOWHERE, "14.72.01.1003", "Contoh", "BKPSDM Contoh"))
        return people[0].id


def _nip(number: int) -> str:
    return f"19850312201001{1000 + number}"
