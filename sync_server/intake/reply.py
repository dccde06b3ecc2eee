"""What is new for a PC: people of its office, and what they did on other PCs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import and_, select

from lessons.exchange.messages import OtherRecord, RosterEntry, Verdict
from lessons.records import Record, body_from_json
from sync_server.memberships import units_of
from sync_server.tables import AliasRow, FeedKind, FeedRow, GradeRow, LearnerRow, RecordRow

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from sqlalchemy.orm import Session

    from sync_server.feed import Page


@dataclass(frozen=True, slots=True)
class News:
    """The parts of a reply that a page of the feed fills."""

    learners: tuple[RosterEntry, ...]
    aliases: tuple[tuple[UUID, UUID], ...]
    records: tuple[OtherRecord, ...]
    verdicts: tuple[Verdict, ...]


NOTHING = News((), (), (), ())


def tell(session: Session, unit: str, page: Page, *, with_codes: bool) -> News:
    """Put a page of the feed into words.

    Whoever a record or an alias names is told in the same reply or was told before.

    Args:
        with_codes: Whether people need activation codes.
    """
    if not page.news:
        return NOTHING
    refs = {kind: {each.ref for each in page.news if each.kind is kind} for kind in FeedKind}
    aliases = _aliases(session, refs[FeedKind.ALIAS])
    records = _records(session, refs[FeedKind.RECORD])
    named = {person for _, person in aliases} | {each.record.learner for each in records}
    people = refs[FeedKind.MEMBER] | _untold(session, unit, named, page.since)
    return News(
        learners=_learners(session, unit, people, with_codes=with_codes),
        aliases=aliases,
        records=records,
        verdicts=_verdicts(session, refs[FeedKind.VERDICT]),
    )


def runs(numbers: Iterable[int]) -> tuple[tuple[int, int], ...]:
    """First and last of each run of consecutive numbers."""
    found: list[tuple[int, int]] = []
    for number in sorted(set(numbers)):
        if found and found[-1][1] == number - 1:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    return tuple(found)


def _untold(session: Session, unit: str, people: Collection[UUID], since: int) -> set[UUID]:
    rows = session.execute(
        select(FeedRow.ref)
        .where(FeedRow.unit == unit, FeedRow.kind == FeedKind.MEMBER)
        .where(FeedRow.ref.in_(people), FeedRow.revision > since)
    )
    return set(rows.scalars())


def _learners(
    session: Session, unit: str, people: Collection[UUID], *, with_codes: bool
) -> tuple[RosterEntry, ...]:
    here = units_of(session, people)
    rows = session.execute(
        select(LearnerRow.id, LearnerRow.name, LearnerRow.nip)
        .add_columns(LearnerRow.status, LearnerRow.activation)
        .where(LearnerRow.id.in_(people))
        .order_by(LearnerRow.name, LearnerRow.id)
    )
    return tuple(
        RosterEntry(
            id=learner,
            name=name,
            nip=nip,
            status=status,
            activation=activation if with_codes else "",
            active=unit in here.get(learner, ()),
        )
        for learner, name, nip, status, activation in rows
    )


def _aliases(session: Session, aliases: Collection[UUID]) -> tuple[tuple[UUID, UUID], ...]:
    rows = session.execute(
        select(AliasRow.local, AliasRow.learner)
        .where(AliasRow.local.in_(aliases))
        .order_by(AliasRow.local)
    )
    return tuple((local, learner) for local, learner in rows)


def _records(session: Session, records: Collection[UUID]) -> tuple[OtherRecord, ...]:
    rows = session.execute(
        select(RecordRow, GradeRow.score)
        .outerjoin(GradeRow, and_(GradeRow.unit == RecordRow.unit, GradeRow.record == RecordRow.id))
        .where(RecordRow.id.in_(records))
        .order_by(RecordRow.received_at, RecordRow.id)
    )
    return tuple(OtherRecord(_record(row), score) for row, score in rows)


def _record(row: RecordRow) -> Record:
    body = body_from_json(row.body)
    return Record(row.id, row.person, row.device, row.seq, row.at, body)


def _verdicts(session: Session, records: Collection[UUID]) -> tuple[Verdict, ...]:
    rows = session.execute(
        select(RecordRow.seq, GradeRow.score)
        .join(GradeRow, and_(GradeRow.unit == RecordRow.unit, GradeRow.record == RecordRow.id))
        .where(RecordRow.id.in_(records))
        .order_by(RecordRow.seq)
    )
    return tuple(Verdict(seq, score) for seq, score in rows)
