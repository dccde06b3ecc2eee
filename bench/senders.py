"""Clients that do nothing but send envelopes that were made beforehand."""

from __future__ import annotations

import random
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from typing import TYPE_CHECKING
from uuid import UUID

import msgspec
from nacl.signing import SigningKey

from bench.learning import Pace, attempts, bundled_course
from desktop.sync import enrol, round
from desktop.sync.answers import understand
from desktop.sync.client import HttpTransport
from lessons.exchange.envelope import CONTENT_TYPE, seal
from lessons.exchange.messages import EnrolAnswer, EnrolRequest, Parcel, Reply, SentRecord
from lessons.records import Body, to_json

if TYPE_CHECKING:
    from multiprocessing.queues import Queue
    from multiprocessing.synchronize import Barrier

A_PARCEL = 1000
"""Attempts in a parcel."""


@dataclass(frozen=True, slots=True)
class Errand:
    """What one client does.

    Attributes:
        server: Base address.
        code: Enrolment code of its office.
        parcels: How many it sends while the clock runs; one more goes before.
        seed: Makes its attempts unlike those of the others.
    """

    server: str
    code: str
    parcels: int
    seed: int


@dataclass(frozen=True, slots=True)
class Sent:
    """What a client did: how many attempts the server took, and until when (monotonic seconds)."""

    accepted: int
    ended: float


def send(errand: Errand, together: Barrier, results: Queue[Sent]) -> None:
    """Enrol, make all envelopes, wait for the others, send one after the other."""
    client = _Client(errand)
    first, *others = client.envelopes(errand.parcels + 1)
    client.post(first)
    together.wait()
    accepted = sum(client.post(envelope) for envelope in others)
    results.put(Sent(accepted, time.monotonic()))


class _Client:
    def __init__(self, errand: Errand) -> None:
        self._server = errand.server
        self._chance = random.Random(errand.seed)
        self._key = SigningKey.generate()
        self._device = self._new_id()
        self._people = self._join(errand.code)

    def envelopes(self, count: int) -> list[bytes]:
        """So many parcels of ``A_PARCEL`` attempts each."""
        pace = Pace(self._chance)
        made = attempts(bundled_course(), self._chance)
        records = [
            self._record(seq, pace, body)
            for seq, body in enumerate(islice(made, count * A_PARCEL), start=1)
        ]
        starts = range(0, len(records), A_PARCEL)
        return [self._seal(records[start : start + A_PARCEL]) for start in starts]

    def post(self, envelope: bytes) -> int:
        """Send a parcel; how many of its records the server took."""
        return sum(last - first + 1 for first, last in self._sync(envelope).accepted)

    def _sync(self, envelope: bytes) -> Reply:
        url = f"{self._server}{round.PATH}"
        return understand(HttpTransport().post(url, envelope, CONTENT_TYPE), Reply)

    def _join(self, code: str) -> list[UUID]:
        key = bytes(self._key.verify_key).hex()
        request = EnrolRequest(code, self._device, key, "PC loket", "bench")
        url = f"{self._server}{enrol.PATH}"
        answer = HttpTransport().post(url, to_json(request), "application/json")
        understand(answer, EnrolAnswer)
        return [person.id for person in self._sync(self._seal([])).learners]

    def _record(self, seq: int, pace: Pace, body: Body) -> msgspec.Raw:
        pace.go_on()
        at = pace().replace(microsecond=0)
        learner = self._chance.choice(self._people)
        return msgspec.Raw(to_json(SentRecord(self._new_id(), learner, seq, at, body)))

    def _seal(self, records: list[msgspec.Raw]) -> bytes:
        clock = datetime.now(UTC).replace(microsecond=0)
        parcel = Parcel("0.1.0", clock, "bench", records=tuple(records))
        return seal(parcel, self._device, self._key)

    def _new_id(self) -> UUID:
        return UUID(bytes=self._chance.randbytes(16), version=4)
