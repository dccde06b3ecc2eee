"""Grades what had to wait for its course, version or quiz revision."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import and_, delete, func, select

from lessons.records import body_from_json
from sync_server import facts, feed
from sync_server.facts import Attempt, Fact
from sync_server.intake.people import find
from sync_server.tables import RecordRow, WaitingRow
from sync_server.units import all_units, lock_units

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

    from sync_server.context import Context

_BATCH = 1000
_FIRST = UUID(int=0)


@dataclass(frozen=True, slots=True)
class Regraded:
    """How many attempts were graded now, and how many go on waiting."""

    graded: int
    waiting: int


@dataclass(frozen=True, slots=True)
class _Batch:
    seen: int
    graded: int
    last: UUID


def regrade(context: Context) -> Regraded:
    """Grade every waiting attempt that can be graded by now; repeating it is harmless."""
    total, batch = 0, _Batch(_BATCH, 0, _FIRST)
    while batch.seen == _BATCH:
        batch = _grade_after(context, batch.last)
        total += batch.graded
    with context.database.reading() as session:
        waiting = session.execute(select(func.count()).select_from(WaitingRow)).scalar_one()
    return Regraded(total, waiting)


def _grade_after(context: Context, last: UUID) -> _Batch:
    return context.database.write(lambda session: _grade_batch(context, session, last))


def _grade_batch(context: Context, session: Session, last: UUID) -> _Batch:
    lock_units(session, [unit.code for unit in all_units(session)])
    waiting = _waiting_after(session, last)
    if not waiting:
        return _Batch(0, 0, last)
    attempts = [
        attempt for attempt in facts.attempts_in(context.gradebook, waiting) if attempt.score
    ]
    _settle(session, attempts)
    return _Batch(len(waiting), len(attempts), waiting[-1].id)


def _settle(session: Session, attempts: Sequence[Attempt]) -> None:
    graded = [attempt.fact for attempt in attempts]
    records = [fact.id for fact in graded]
    session.execute(delete(WaitingRow).where(WaitingRow.record.in_(records)))
    facts.keep_scores(session, attempts)
    facts.roll_up(session, graded, attempts)
    people = find(session, {fact.person for fact in graded}, ())
    audiences = {person.id: person.audience for person in people.by_id.values()}
    feed.publish_all(session, facts.news_of(graded, attempts, audiences))


def _waiting_after(session: Session, last: UUID) -> list[Fact]:
    rows = session.execute(
        select(RecordRow)
        .join(
            WaitingRow, and_(WaitingRow.unit == RecordRow.unit, WaitingRow.record == RecordRow.id)
        )
        .where(RecordRow.id > last)
        .order_by(RecordRow.id)
        .limit(_BATCH)
    ).scalars()
    return [
        Fact(
            id=row.id,
            unit=row.unit,
            device=row.device,
            person=row.person,
            happened_at=row.happened_at,
            body=body_from_json(row.body),
        )
        for row in rows
    ]
