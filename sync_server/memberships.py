"""Who belongs to which unit, now and before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from sync_server.feed import News
from sync_server.tables import AliasRow, FeedKind, MembershipRow, RecordRow

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime
    from uuid import UUID

    from sqlalchemy.orm import Session


def units_of(session: Session, learners: Collection[UUID]) -> dict[UUID, set[str]]:
    """The units at which each person is now: at home, or as a guest."""
    rows = session.execute(
        select(MembershipRow.learner, MembershipRow.unit).where(
            MembershipRow.learner.in_(learners), MembershipRow.until.is_(None)
        )
    )
    units: dict[UUID, set[str]] = {}
    for learner, unit in rows:
        units.setdefault(learner, set()).add(unit)
    return units


def begin(session: Session, unit: str, learner: UUID, now: datetime, *, home: bool) -> None:
    """Begin a person's stay at a unit."""
    session.add(MembershipRow(unit=unit, learner=learner, since=now, until=None, home=home))
    session.flush()


def homes_of(session: Session, learners: Collection[UUID]) -> dict[UUID, str]:
    """The unit at which each person counts now."""
    rows = session.execute(
        select(MembershipRow.learner, MembershipRow.unit)
        .where(MembershipRow.learner.in_(learners))
        .where(MembershipRow.home, MembershipRow.until.is_(None))
    )
    return dict(rows.all())


def move_home(
    session: Session, learner: UUID, unit: str, now: datetime, *, stay_as_guest: bool
) -> None:
    """Let a person count at another unit; the stay at the old one ends, or goes on as a guest's."""
    now_here = session.scalars(
        select(MembershipRow).where(MembershipRow.learner == learner, MembershipRow.until.is_(None))
    ).all()
    for stay in now_here:
        if stay.unit == unit:
            stay.home = True
        elif stay.home and stay_as_guest:
            stay.home = False
        elif stay.home:
            stay.until = now
    session.flush()
    if unit not in {stay.unit for stay in now_here}:
        begin(session, unit, learner, now, home=True)


def introduction(session: Session, learner: UUID, unit: str) -> list[News]:
    """All that a unit must hear of a person who is new to it: who it is, and what he or she did."""
    aliases = session.execute(
        select(AliasRow.local).where(AliasRow.learner == learner, AliasRow.unit == unit)
    ).scalars()
    records = session.execute(
        select(RecordRow.id, RecordRow.device)
        .where(RecordRow.person == learner)
        .order_by(RecordRow.received_at, RecordRow.id)
    )
    return [
        News(FeedKind.MEMBER, learner),
        *(News(FeedKind.ALIAS, local) for local in aliases),
        *(News(FeedKind.RECORD, record, device) for record, device in records),
    ]
