"""Real stores for tests, with a clock that stands still until it is set and repeatable bytes."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from msgspec.structs import replace

from desktop.storage.store import Store
from lessons.exchange.messages import Reply, RosterEntry

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lessons.records import Record

NIP = "198503122010012004"
OTHER_NIP = "199009132025242014"


class Clock:
    """A clock that tests set."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def turn(self, **span: float) -> None:
        """Turn the clock, forward or back."""
        self.now += timedelta(**span)


def open_store(folder: Path, clock: Clock | None = None, seed: int = 1) -> Store:
    """A real store in a folder."""
    return Store.open(folder, clock or Clock(), random.Random(seed).randbytes)


def add_person(store: Store, person: UUID, **fields: object) -> None:
    """Put somebody on the roster, as the server does."""
    entry = RosterEntry(person, "Siti Aminah", NIP, "PNS")
    reply(store, learners=(replace(entry, **fields),))


def reply(store: Store, sent: tuple[Record, ...] = (), **fields: object) -> None:
    """Let the store take in an answer."""
    store.apply_reply(sent, replace(Reply("0" * 16), **fields))


def leave_pages(store: Store, free: int) -> None:
    """Let the database grow by so many pages and no more, as on a disk that is nearly full."""
    # A limit of the connection, and work in one thread is lent the same one again.
    with store._database.read() as connection:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages + free}")


def finish_quiz(store: Store, person: UUID, quiz: str = "asn-99-01") -> Record:
    """A whole attempt, from its first question to its record."""
    attempt = store.begin_attempt(person, "ASN-99", 1, quiz, "rev-1", 7)
    store.keep_answer(attempt.id, "satu", "a", 5)
    return store.finish_attempt(attempt.id, ("satu", "dua"), 9, 50)


def accept_all(store: Store) -> None:
    """Let the server have everything that waits."""
    sent = store.unsent(100_000)
    reply(store, sent, accepted=tuple((record.seq, record.seq) for record in sent))


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
