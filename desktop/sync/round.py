"""One round with the server: send what waits, take what is new, until both have everything."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.storage.settling import settle
from desktop.storage.store import Store
from desktop.sync.answers import understand
from desktop.sync.client import Transport
from desktop.sync.errors import AnswerBroken, NotEnrolled, SyncError
from desktop.sync.machine import machine_hash
from desktop.sync.parcel import Outgoing, make_parcel
from lessons.exchange.envelope import CONTENT_TYPE, digest, seal
from lessons.exchange.messages import Reply

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from desktop.sync.wire import Answer

PATH = "/api/v1/sync"
MOST_REQUESTS = 500
"""In one round; far above what an office can have waiting."""


@dataclass(frozen=True, slots=True)
class RoundResult:
    """What a round did.

    Attributes:
        sent: Records sent; one that went twice counts twice.
        accepted: Records that the server has taken in this round.
        rejected: Records that the server has refused in this round.
        received: Records of other PCs and people of the roster that came.
        requests: Requests made.
        bytes_up: Bytes on the line with headers, without TLS.
        bytes_down: The same, the other way.
    """

    sent: int = 0
    accepted: int = 0
    rejected: int = 0
    received: int = 0
    requests: int = 0
    bytes_up: int = 0
    bytes_down: int = 0

    def __add__(self, other: RoundResult) -> RoundResult:
        return RoundResult(
            self.sent + other.sent,
            self.accepted + other.accepted,
            self.rejected + other.rejected,
            self.received + other.received,
            self.requests + other.requests,
            self.bytes_up + other.bytes_up,
            self.bytes_down + other.bytes_down,
        )


def sync_once(
    store: Store,
    transport: Transport,
    clock: Callable[[], datetime],
    machine: Callable[[], str] = machine_hash,
) -> RoundResult:
    """Run a round, and keep how it went for the status line.

    One request when one is enough; more only while records wait or the server has more to tell.

    Raises:
        NotEnrolled: The PC belongs to no office.
        SyncError: Which step failed; what went well before it stays.
        StoreProblem: An answer could not be kept; the server will send it again.
    """
    enrolment = store.enrolment()
    if enrolment is None:
        raise NotEnrolled
    ends = _Ends(store, transport, f"{enrolment.server}{PATH}", machine())
    try:
        total = _exchange_all(ends, clock)
    except SyncError as error:
        store.note_try(error.message)
        raise
    store.note_try(None)
    return total


@dataclass(frozen=True, slots=True)
class _Ends:
    store: Store
    transport: Transport
    url: str
    machine: str


def _exchange_all(ends: _Ends, clock: Callable[[], datetime]) -> RoundResult:
    total = RoundResult()
    goes_on = True
    while goes_on and total.requests < MOST_REQUESTS:
        cursor = ends.store.cursor()
        done, more = _exchange(ends, clock())
        total += done
        # A server that asks for more but gives and takes nothing must not keep us busy.
        moved = done.accepted or done.rejected or ends.store.cursor() != cursor
        goes_on = bool(moved) and (more or bool(ends.store.unsent(1)))
    return total


def _exchange(ends: _Ends, now: datetime) -> tuple[RoundResult, bool]:
    outgoing = make_parcel(ends.store, now, ends.machine)
    envelope = seal(outgoing.parcel, ends.store.device_id(), ends.store.signing_key())
    answer = ends.transport.post(ends.url, envelope, CONTENT_TYPE)
    reply = understand(answer, Reply)
    if reply.parcel != digest(envelope):
        raise AnswerBroken("answers another parcel")
    ends.store.apply_reply(outgoing.records, reply)
    return _result(outgoing, answer, reply), reply.more


def _result(outgoing: Outgoing, answer: Answer, reply: Reply) -> RoundResult:
    settled = settle(outgoing.records, reply)
    return RoundResult(
        sent=len(outgoing.records),
        accepted=len(settled.accepted),
        rejected=len(settled.rejected),
        received=len(reply.records) + len(reply.learners),
        requests=1,
        bytes_up=answer.bytes_up,
        bytes_down=answer.bytes_down,
    )
