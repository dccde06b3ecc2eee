"""Records: appended, numbered without gaps, never changed."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from desktop.storage import state, values
from desktop.storage.model import Delivery, KeptRecord
from lessons.records import Body, Record, body_from_json, to_json

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from lessons.exchange.messages import OtherRecord

KEPT = """
    SELECT records.*, deliveries.state, deliveries.reason, deliveries.score
    FROM records JOIN deliveries ON deliveries.record = records.id"""
"""Records with their delivery, as :func:`kept_record` reads them; to be narrowed."""
_OF_LEARNERS = f"""{KEPT}
    JOIN json_each(?) AS mine ON mine.value = records.learner ORDER BY records.at, records.id"""
_BY_ID = f"{KEPT} WHERE records.id = ?"
_LAST_SEQ = "SELECT max(seq) FROM deliveries"
_INSERT = "INSERT INTO records (id, learner, device, seq, at, body) VALUES (?, ?, ?, ?, ?, ?)"
_DELIVER = "INSERT INTO deliveries (record, seq, state, reason, score) VALUES (?, ?, ?, '', ?)"
_RENEW_SCORE = "UPDATE deliveries SET score = ? WHERE record = ? AND seq IS NULL"


def last_seq(connection: sqlite3.Connection) -> int:
    """The highest number that this PC has given to a record; 0 at first."""
    return connection.execute(_LAST_SEQ).fetchone()[0] or 0


def append(
    connection: sqlite3.Connection, record: UUID, learner: UUID, body: Body, now: datetime
) -> Record:
    """Make a record of this PC, with the next number, waiting to be sent."""
    made = Record(
        id=record,
        learner=learner,
        device=state.device_id(connection),
        seq=last_seq(connection) + 1,
        at=now.astimezone(UTC).replace(microsecond=0),
        body=body,
    )
    _insert(connection, made)
    _deliver(connection, made.id, Delivery.UNSENT, seq=made.seq)
    return made


def of_learners(connection: sqlite3.Connection, ids: Iterable[UUID]) -> tuple[KeptRecord, ...]:
    """Records of these ids by time, wherever they were made."""
    rows = connection.execute(_OF_LEARNERS, (values.id_list(ids),)).fetchall()
    return tuple(map(kept_record, rows))


def by_id(connection: sqlite3.Connection, record: UUID) -> Record | None:
    """The record with this id, or None."""
    row = connection.execute(_BY_ID, (record.hex,)).fetchone()
    return kept_record(row).record if row else None


def take_others(connection: sqlite3.Connection, others: Iterable[OtherRecord]) -> None:
    """Add records made on other PCs; for one that is here already the score may be newer."""
    for other in others:
        if by_id(connection, other.record.id) is None:
            _insert(connection, other.record)
            _deliver(connection, other.record.id, Delivery.ACCEPTED, score=other.score)
        else:
            _renew_score(connection, other)


def kept_record(row: sqlite3.Row) -> KeptRecord:
    """A row of ``KEPT`` as what the store hands out."""
    return KeptRecord(
        record=Record(
            id=UUID(row["id"]),
            learner=UUID(row["learner"]),
            device=UUID(row["device"]),
            seq=row["seq"],
            at=values.moment(row["at"]),
            body=body_from_json(row["body"]),
        ),
        delivery=Delivery(row["state"]),
        score=row["score"],
        reason=row["reason"],
    )


def _insert(connection: sqlite3.Connection, record: Record) -> None:
    ids = (record.id.hex, record.learner.hex, record.device.hex)
    body = to_json(record.body).decode()
    connection.execute(_INSERT, (*ids, record.seq, values.seconds(record.at), body))


def _deliver(
    connection: sqlite3.Connection,
    record: UUID,
    delivery: Delivery,
    seq: int | None = None,
    score: int | None = None,
) -> None:
    connection.execute(_DELIVER, (record.hex, seq, delivery, score))


def _renew_score(connection: sqlite3.Connection, other: OtherRecord) -> None:
    connection.execute(_RENEW_SCORE, (other.score, other.record.id.hex))
