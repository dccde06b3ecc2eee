"""What a server has in its database, read beside it; and whether that agrees with a PC."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import and_, select

from desktop.storage.model import Delivery, KeptRecord
from lessons.outcomes import score_of
from lessons.records import AttemptFinished, Body, body_from_json
from sync_server.database import Database
from sync_server.tables import DeviceFlagRow, GradeRow, RecordRow, WaitingRow

if TYPE_CHECKING:
    from lessons.catalogue import Catalogue
    from tests.together.pc import Pc
    from tests.together.server_process import Server


@dataclass(frozen=True, slots=True)
class Entry:
    """A record as the server keeps it.

    Attributes:
        at: By the PC's clock.
        happened_at: Corrected by the server.
        score: The server's grade; None for anything but a graded attempt.
    """

    id: UUID
    learner: UUID
    seq: int
    at: datetime
    happened_at: datetime
    doubtful: bool
    body: Body
    score: int | None


def entries(server: Server, device: UUID) -> list[Entry]:
    """Everything the server has from a PC, in order of its numbers."""
    query = (
        select(RecordRow, GradeRow.score)
        .outerjoin(GradeRow, and_(GradeRow.record == RecordRow.id, GradeRow.unit == RecordRow.unit))
        .where(RecordRow.device == device)
        .order_by(RecordRow.seq, RecordRow.id)
    )
    with closing(Database(server.database)) as database, database.reading() as session:
        return [_entry(row, score) for row, score in session.execute(query)]


def flags(server: Server, device: UUID) -> set[str]:
    """What the server finds odd about a PC."""
    query = select(DeviceFlagRow.flag).where(DeviceFlagRow.device == device)
    with closing(Database(server.database)) as database, database.reading() as session:
        return set(session.scalars(query))


def waiting(server: Server) -> set[UUID]:
    """The attempts that can't be graded yet."""
    with closing(Database(server.database)) as database, database.reading() as session:
        return set(session.scalars(select(WaitingRow.record)))


def assert_agree(pc: Pc, server: Server, catalogue: Catalogue) -> None:
    """Nothing lost, nothing doubled, the same content and the same score on both sides."""
    here, there = pc.made_here(), entries(server, pc.store.device_id())
    assert [_fact_of(kept) for kept in here] == [_fact(entry) for entry in there]
    assert {kept.delivery for kept in here} <= {Delivery.ACCEPTED}
    assert pc.unsent() == 0
    shown = [_shown(kept, catalogue) for kept in here]
    assert shown == [entry.score for entry in there]


def _entry(row: RecordRow, score: int | None) -> Entry:
    return Entry(
        id=row.id,
        learner=row.learner,
        seq=row.seq,
        at=row.at,
        happened_at=row.happened_at,
        doubtful=row.doubtful,
        body=body_from_json(row.body),
        score=score,
    )


def _fact(entry: Entry) -> tuple[object, ...]:
    return entry.id, entry.learner, entry.seq, entry.at, entry.body


def _fact_of(kept: KeptRecord) -> tuple[object, ...]:
    record = kept.record
    return record.id, record.learner, record.seq, record.at, record.body


def _shown(kept: KeptRecord, catalogue: Catalogue) -> int | None:
    body = kept.record.body
    if not isinstance(body, AttemptFinished):
        return None
    return score_of(body, kept.score, catalogue.quiz(body.course, body.quiz))
