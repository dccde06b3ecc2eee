"""What a round costs on the line: requests, and bytes both ways with headers, without TLS."""

from __future__ import annotations

import os
import random
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from bench.figures import Figure
from bench.learning import ANSWERS_OF_A_PRACTICE, Pace, study
from desktop.storage.store import Store
from desktop.sync.client import HttpTransport
from desktop.sync.enrol import enrol
from desktop.sync.round import sync_once
from lessons.catalogue import bundled_root
from tests.together.city import make_city, running
from tests.together.meddler import Counted, Meddler, meddling

if TYPE_CHECKING:
    from collections.abc import Iterator

_IDLE_TARGET = 540
_TARGETS_UP = {100: 4_000, 1000: 15_000}


def measure() -> list[Figure]:
    """A real PC and a real server, with a relay between them that counts."""
    with tempfile.TemporaryDirectory(prefix="bina-bench-") as name:
        city = make_city(Path(name) / "city", courses=bundled_root())
        with running(city), meddling(lambda: city.server.port) as relay:
            pace = Pace(random.Random(1))
            with _enrolled(Path(name) / "pc", pace, relay.address, city.code) as store:
                return _rounds(store, pace, relay)


@contextmanager
def _enrolled(folder: Path, pace: Pace, server: str, code: str) -> Iterator[Store]:
    store = Store.open(folder, pace, os.urandom)
    try:
        enrol(store, HttpTransport(), server, code, "PC loket")
        sync_once(store, HttpTransport(), pace)
        yield store
    finally:
        store.close()


def _rounds(store: Store, pace: Pace, relay: Meddler) -> list[Figure]:
    idle = _round(store, pace, relay, attempts=0)
    figures = [
        Figure("sync, nothing to do: requests", idle.requests, "", target=1),
        Figure("sync, nothing to do: both ways", idle.up + idle.down, "B", target=_IDLE_TARGET),
    ]
    for answers, target in _TARGETS_UP.items():
        cost = _round(store, pace, relay, answers // ANSWERS_OF_A_PRACTICE)
        figures += _cost(f"{answers} answers", cost, target)
    for attempts in (100, 1000):
        figures += _cost(f"{attempts} attempts", _round(store, pace, relay, attempts))
    return figures


def _cost(what: str, cost: Counted, target: float | None = None) -> list[Figure]:
    return [
        Figure(f"sync, {what}: requests", cost.requests, "", target=1),
        Figure(f"sync, {what}: up", cost.up, "B", target=target),
        Figure(f"sync, {what}: down", cost.down, "B"),
    ]


def _round(store: Store, pace: Pace, relay: Meddler, attempts: int) -> Counted:
    study(store, [person.id for person in store.learners()], attempts, pace, seed=attempts)
    before = relay.counted
    start = Counted(before.requests, before.up, before.down)
    sync_once(store, HttpTransport(), pace)
    after = relay.counted
    return Counted(after.requests - start.requests, after.up - start.up, after.down - start.down)
