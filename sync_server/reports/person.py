"""One person in detail: courses, attempts with claim and score, and where he or she was."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import and_, func, or_, select

from lessons.records import AttemptFinished, body_from_json
from sync_server.tables import (
    DeviceRow,
    GradeRow,
    LessonRow,
    MembershipRow,
    RecordRow,
    ResultRow,
    WaitingRow,
)

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy.orm import Session

MOST_ATTEMPTS = 200


@dataclass(frozen=True, slots=True)
class CourseLine:
    """A course that a person has begun.

    Attributes:
        lessons: How many of its lessons were finished.
        attempts: At the end test.
        best: Of the end test, in percent; None before the first attempt.
    """

    person: UUID
    course: str
    lessons: int
    attempts: int
    best: int | None
    begun_at: datetime
    passed_at: datetime | None


@dataclass(frozen=True, slots=True)
class AttemptLine:
    """An attempt: the PC's claim and the server's score, which is None while it waits."""

    course: str
    quiz: str
    happened_at: datetime
    doubtful: bool
    device: str
    claim: int | None
    score: int | None
    passed: bool

    @property
    def differs(self) -> bool:
        """Whether the PC's claim was not what the server found; a PC without key claims nothing."""
        return None not in (self.claim, self.score) and self.score != self.claim


@dataclass(frozen=True, slots=True)
class Stay:
    """A stay at a unit; ``until`` is None while it lasts."""

    unit: str
    since: datetime
    until: datetime | None
    home: bool


def courses_of(session: Session, people: Collection[UUID]) -> tuple[CourseLine, ...]:
    """What these people have begun, in order of person and course."""
    finished = (
        select(LessonRow.person, LessonRow.course, func.count().label("lessons"))
        .group_by(LessonRow.person, LessonRow.course)
        .subquery()
    )
    same = and_(finished.c.person == ResultRow.person, finished.c.course == ResultRow.course)
    rows = session.execute(
        select(
            ResultRow.person,
            ResultRow.course,
            func.coalesce(finished.c.lessons, 0),
            ResultRow.attempts,
            ResultRow.best,
            ResultRow.begun_at,
            ResultRow.passed_at,
        )
        .outerjoin(finished, same)
        .where(ResultRow.person.in_(people))
        .order_by(ResultRow.person, ResultRow.course)
    )
    return tuple(CourseLine(*row) for row in rows)


def attempts_of(session: Session, person: UUID) -> tuple[AttemptLine, ...]:
    """A person's latest attempts, newest first."""
    graded = and_(GradeRow.unit == RecordRow.unit, GradeRow.record == RecordRow.id)
    waits = and_(WaitingRow.unit == RecordRow.unit, WaitingRow.record == RecordRow.id)
    rows = session.execute(
        select(RecordRow, DeviceRow.name, GradeRow.score, GradeRow.passed)
        .join(DeviceRow, DeviceRow.id == RecordRow.device)
        .outerjoin(GradeRow, graded)
        .outerjoin(WaitingRow, waits)
        .where(RecordRow.person == person)
        .where(or_(GradeRow.record.is_not(None), WaitingRow.record.is_not(None)))
        .order_by(RecordRow.happened_at.desc(), RecordRow.id)
        .limit(MOST_ATTEMPTS)
    )
    lines = (_attempt(row, device, score, passed) for row, device, score, passed in rows)
    return tuple(line for line in lines if line)


def stays_of(session: Session, person: UUID) -> tuple[Stay, ...]:
    """Where a person was, the latest first."""
    rows = session.execute(
        select(MembershipRow.unit, MembershipRow.since, MembershipRow.until, MembershipRow.home)
        .where(MembershipRow.learner == person)
        .order_by(MembershipRow.since.desc(), MembershipRow.unit)
    )
    return tuple(Stay(*row) for row in rows)


def _attempt(
    row: RecordRow, device: str, score: int | None, passed: bool | None
) -> AttemptLine | None:
    body = body_from_json(row.body)
    if not isinstance(body, AttemptFinished):
        return None
    return AttemptLine(
        body.course,
        body.quiz,
        row.happened_at,
        row.doubtful,
        device,
        body.claim,
        score,
        bool(passed),
    )
