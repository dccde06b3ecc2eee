"""Which of the records that were sent an answer settles; pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    from lessons.exchange.messages import Reply
    from lessons.records import Record


@dataclass(frozen=True, slots=True)
class Settled:
    """What became of a parcel's records; those in neither are to be sent again.

    Attributes:
        accepted: Safely on the server.
        rejected: Refused, each with the server's reason.
    """

    accepted: frozenset[UUID]
    rejected: Mapping[UUID, str]


def settle(sent: tuple[Record, ...], reply: Reply) -> Settled:
    """Match an answer to what was sent; numbers and places that were not sent mean nothing.

    A record that an answer calls both accepted and refused counts as accepted.
    """
    accepted = frozenset(record.id for record in sent if _is_in(record.seq, reply.accepted))
    named = [(sent[each.index], each) for each in reply.rejected if 0 <= each.index < len(sent)]
    rejected = {
        record.id: each.reason
        for record, each in named
        if each.seq in {0, record.seq} and record.id not in accepted
    }
    return Settled(accepted, rejected)


def _is_in(seq: int, runs: tuple[tuple[int, int], ...]) -> bool:
    return any(first <= seq <= last for first, last in runs)
