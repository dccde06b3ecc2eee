from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

import pytest

from tests.desktop.stores import Clock, add_person, open_store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from desktop.storage.store import Store


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Iterator[Store]:
    opened = open_store(tmp_path, clock)
    yield opened
    opened.close()


@pytest.fixture
def siti(store: Store) -> UUID:
    person = UUID(int=1)
    add_person(store, person)
    return person
