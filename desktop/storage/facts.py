"""Records: appended, numbered without gaps, never changed."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Row, Select, func, select

from desktop.storage import state
from desktop.storage.model import Delivery, KeptRecord
from desktop.storage.tables import deliveries, records
from lessons.records import Body, Record, body_from_json, to_json

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from lessons.exchange.messages import OtherRecord


def last_seq(connection: Connection) -> int:
    """The highest number that this PC has given to a record; 0 at first."""
    return connection.scalar(select(func.max(deliveries.c.seq))) or 0


def append(
    connection: Connection, record: UUID, learner: UUID, body: Body, now: datetime
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


def of_learners(connection: Connection, ids: Iterable[UUID]) -> tuple[KeptRecord, ...]:
    """Records of these ids by time, wherever they were made."""
    query = kept().where(records.c.learner.in_(list(ids)))
    rows = connection.execute(query.order_by(records.c.at, records.c.id)).all()
    return tuple(map(kept_record, rows))


def by_id(connection: Connection, record: UUID) -> Record | None:
    """The record with this id, or None."""
    row = connection.execute(kept().where(records.c.id == record)).one_or_none()
    return kept_record(row).record if row else None


def take_others(connection: Connection, others: Iterable[OtherRecord]) -> None:
    """Add records made on other PCs; for one that is here already the score may be newer."""
    for other in others:
        if by_id(connection, other.record.id) is None:
            _insert(connection, other.record)
            _deliver(connection, other.record.id, Delivery.ACCEPTED, score=other.score)
        else:
            _renew_score(connection, other)


def kept() -> Select[Any]:
    """The query for records with their delivery; narrow it with ``where``."""
    known = deliveries.c
    query = select(records, known.state, known.reason, known.score)
    return query.join(deliveries, known.record == records.c.id)


def kept_record(row: Row[Any]) -> KeptRecord:
    """A row of :func:`kept` as what the store hands out."""
    return KeptRecord(
        record=Record(
            id=row.id,
            learner=row.learner,
            device=row.device,
            seq=row.seq,
            at=row.at,
            body=body_from_json(row.body),
        ),
        delivery=Delivery(row.state),
        score=row.score,
        reason=row.reason,
    )


def _insert(connection: Connection, record: Record) -> None:
    connection.execute(
        records.insert().values(
            id=record.id,
            learner=record.learner,
            device=record.device,
            seq=record.seq,
            at=record.at,
            body=to_json(record.body).decode(),
        )
    )


def _deliver(
    connection: Connection,
    record: UUID,
    delivery: Delivery,
    seq: int | None = None,
    score: int | None = None,
) -> None:
    connection.execute(
        deliveries.insert().values(record=record, seq=seq, state=delivery, reason="", score=score)
    )


def _renew_score(connection: Connection, other: OtherRecord) -> None:
    foreign = (deliveries.c.record == other.record.id) & deliveries.c.seq.is_(None)
    connection.execute(deliveries.update().where(foreign).values(score=other.score))
