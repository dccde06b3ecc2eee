"""Making a parcel of what waits."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import version
from typing import TYPE_CHECKING

from lessons.exchange.messages import Parcel, SentRecord
from lessons.records import Record, to_json

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from msgspec import Raw

    from desktop.storage.store import Store

MAX_RECORDS = 1000
MAX_BYTES = 3 * 1024 * 1024
"""Of JSON; the server takes 4 MiB packed, and packing never makes it that much larger."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A parcel and the very records in it, in the same order."""

    parcel: Parcel
    records: tuple[Record, ...]


def make_parcel(store: Store, now: datetime, machine: str, limit: int = MAX_RECORDS) -> Outgoing:
    """Take the first records that wait, as many as fit into one parcel.

    Args:
        now: The PC's clock, however wrong.
        machine: As in ``Parcel``.
        limit: At most so many records.
    """
    packed = list(_fitting(store.unsent(limit)))
    parcel = Parcel(
        app=version("bina-asn"),
        clock=now.replace(microsecond=0),
        machine=machine,
        cursor=store.cursor(),
        last=store.last_seq(),
        records=tuple(raw for _, raw in packed),
    )
    return Outgoing(parcel, tuple(record for record, _ in packed))


def _fitting(waiting: tuple[Record, ...]) -> Iterator[tuple[Record, Raw]]:
    from msgspec import Raw

    room = MAX_BYTES
    for index, record in enumerate(waiting):
        data = to_json(SentRecord(record.id, record.learner, record.seq, record.at, record.body))
        room -= len(data)
        if room < 0 and index:
            return
        yield record, Raw(data)
