"""The records of a parcel, each read alone, so that a broken one never refuses the others."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from uuid import UUID

import msgspec

from lessons.exchange.messages import SentRecord
from lessons.records import Body, to_json

if TYPE_CHECKING:
    from collections.abc import Sequence

UNREADABLE = "unreadable"
ID_REUSED = "id-reused"
UNKNOWN_LEARNER = "unknown-learner"
MAX_RECORD_BYTES = 256 * 1024
"""An attempt of a hundred long answers has some 10 kB."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """A record that could be read.

    Attributes:
        index: Its place in the parcel, from 0.
        at: The PC's clock, in UTC.
        body_json: Canonical JSON of the body.
        digest: Of whose it is, when and what: equal for the same fact, by whatever road it came.
        content: As it stood in the parcel.
    """

    index: int
    id: UUID
    learner: UUID
    seq: int
    at: datetime
    body: Body
    body_json: str
    digest: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Rejected:
    """A record that is refused: its place, number (0 if unreadable), reason and content."""

    index: int
    seq: int
    reason: str
    content: bytes

    @property
    def digest(self) -> str:
        """Equal for the same content and reason."""
        return _digest(self.reason.encode() + self.content)


class _Numbered(msgspec.Struct):
    seq: int


_record = msgspec.json.Decoder(SentRecord)
_numbered = msgspec.json.Decoder(_Numbered)


def read_all(records: Sequence[msgspec.Raw]) -> tuple[list[Arrival], list[Rejected]]:
    """Read each record of a parcel; those that can't be read are refused one by one."""
    arrivals: list[Arrival] = []
    rejected: list[Rejected] = []
    for index, raw in enumerate(records):
        content = bytes(raw)
        try:
            arrivals.append(_read(index, content))
        except (msgspec.DecodeError, ValueError, OverflowError):
            rejected.append(Rejected(index, _seq_of(content), UNREADABLE, content))
    return arrivals, rejected


def reject(arrival: Arrival, reason: str) -> Rejected:
    """Refuse a record that could be read."""
    return Rejected(arrival.index, arrival.seq, reason, arrival.content)


def _read(index: int, content: bytes) -> Arrival:
    if len(content) > MAX_RECORD_BYTES:
        raise ValueError("too long")
    sent = _record.decode(content)
    at = sent.at.astimezone(UTC)
    body = to_json(sent.body)
    # JSON may carry a NUL inside a text; PostgreSQL's text may not.
    if rb"\u0000" in body:
        raise ValueError("NUL in a text")
    digest = _digest(sent.learner.bytes + at.isoformat().encode() + body)
    return Arrival(
        index, sent.id, sent.learner, sent.seq, at, sent.body, body.decode(), digest, content
    )


def _seq_of(content: bytes) -> int:
    try:
        seq = _numbered.decode(content).seq
    except (msgspec.DecodeError, ValueError):
        return 0
    return seq if 0 < seq < 2**53 else 0


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:32]
