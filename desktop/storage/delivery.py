"""What the server has, what waits, and how an answer of the server is taken in."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sqlalchemy import Connection, func, select

from desktop.storage import facts, people, state
from desktop.storage.model import Change, Delivery, KeptRecord, SyncState
from desktop.storage.settling import settle
from desktop.storage.tables import deliveries
from lessons.records import AttemptFinished, Record

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from uuid import UUID

    from lessons.exchange.messages import Reply, Verdict

_LAST_TRY = "last_try"
_LAST_SUCCESS = "last_success"
_LAST_ERROR = "last_error"


def unsent(connection: Connection, limit: int) -> tuple[Record, ...]:
    """The first records that the server has not taken yet, in order of their numbers."""
    waiting = facts.kept().where(deliveries.c.state == Delivery.UNSENT)
    rows = connection.execute(waiting.order_by(deliveries.c.seq).limit(limit)).all()
    return tuple(facts.kept_record(row).record for row in rows)


def rejected(connection: Connection) -> tuple[KeptRecord, ...]:
    """The records that the server refused, with reasons, in order of their numbers."""
    refused = facts.kept().where(deliveries.c.state == Delivery.REJECTED)
    rows = connection.execute(refused.order_by(deliveries.c.seq)).all()
    return tuple(map(facts.kept_record, rows))


def sync_state(connection: Connection) -> SyncState:
    """What the status line tells."""
    query = select(deliveries.c.state, func.count()).where(deliveries.c.state != Delivery.ACCEPTED)
    counts: dict[str, int] = dict(connection.execute(query.group_by("state")).all())
    return SyncState(
        unsent=counts.get(Delivery.UNSENT, 0),
        rejected=counts.get(Delivery.REJECTED, 0),
        last_success=_moment(connection, _LAST_SUCCESS),
        last_try=_moment(connection, _LAST_TRY),
        last_error=state.read(connection, _LAST_ERROR) or "",
        enrolment=state.enrolment(connection),
    )


def note_try(connection: Connection, error: str | None, now: datetime) -> None:
    """Remember how the last round went; ``error`` is for people, None is success."""
    moment = str(int(now.timestamp()))
    state.keep(connection, _LAST_TRY, moment)
    state.keep(connection, _LAST_ERROR, error or "")
    if error is None:
        state.keep(connection, _LAST_SUCCESS, moment)


def apply_reply(
    connection: Connection, sent: tuple[Record, ...], reply: Reply
) -> frozenset[Change]:
    """Take in an answer; the same answer twice changes nothing more.

    Only what was sent counts as accepted or rejected, whatever the answer claims.
    """
    settled = settle(sent, reply)
    _set(connection, settled.accepted, Delivery.ACCEPTED, "")
    for record, reason in settled.rejected.items():
        _set(connection, {record}, Delivery.REJECTED, reason)
    _take_verdicts(connection, reply.verdicts)
    _take_news(connection, reply)
    return _changes(reply, bool(settled.accepted or settled.rejected))


def _set(connection: Connection, ids: Collection[UUID], new: Delivery, reason: str) -> None:
    waiting = deliveries.c.record.in_(ids) & (deliveries.c.state != Delivery.ACCEPTED)
    connection.execute(deliveries.update().where(waiting).values(state=new, reason=reason))


def _take_verdicts(connection: Connection, verdicts: Iterable[Verdict]) -> None:
    for verdict in verdicts:
        row = connection.execute(facts.kept().where(deliveries.c.seq == verdict.seq)).one_or_none()
        kept = facts.kept_record(row) if row else None
        if kept and kept.delivery is Delivery.ACCEPTED and _is_attempt(kept.record):
            this = deliveries.c.seq == verdict.seq
            connection.execute(deliveries.update().where(this).values(score=verdict.score))


def _is_attempt(record: Record) -> bool:
    return isinstance(record.body, AttemptFinished)


def _take_news(connection: Connection, reply: Reply) -> None:
    people.take_roster(connection, reply.learners)
    people.take_aliases(connection, reply.aliases)
    if reply.learners or reply.aliases:
        people.carry_passwords(connection)
    facts.take_others(connection, reply.records)
    state.keep_cursor(connection, reply.cursor)


def _changes(reply: Reply, moved: bool) -> frozenset[Change]:
    changes = {Change.SYNC} if moved else set()
    if moved or reply.verdicts or reply.records or reply.aliases:
        changes.add(Change.RECORDS)
    if reply.learners or reply.aliases:
        changes.add(Change.LEARNERS)
    return frozenset(changes)


def _moment(connection: Connection, name: str) -> datetime | None:
    kept = state.read(connection, name)
    return datetime.fromtimestamp(int(kept), UTC) if kept else None
