"""People and what they have reached in a year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import BigInteger, Select, Subquery, cast, func, select

from sync_server.tables import LearnerRow, MembershipRow, PassRow, ResultRow

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy.orm import Session

PNS = "PNS"


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A person at his or her unit of today.

    Attributes:
        unit: Code of the unit.
        verified: False while the person waits for the roster.
        courses: How many courses were begun, ever.
        passed: How many courses were passed in the year.
        jp: JP of the year (WIB).
        last_at: The last deed, by corrected time.
    """

    id: UUID
    name: str
    nip: str
    status: str
    position: str
    unit: str
    verified: bool
    courses: int
    passed: int
    jp: int
    last_at: datetime | None

    @property
    def begun(self) -> bool:
        """Whether the person has done anything yet."""
        return self.courses > 0


def people_of(session: Session, year: int, units: Collection[str]) -> tuple[PersonLine, ...]:
    """Everybody at home in these units, in order of name."""
    begun, earned = _begun(), _earned(year)
    rows = session.execute(
        _people(begun, earned)
        .where(MembershipRow.unit.in_(units))
        .order_by(LearnerRow.name, LearnerRow.nip)
    )
    return tuple(PersonLine(*row) for row in rows)


def person_line(session: Session, year: int, person: UUID) -> PersonLine | None:
    """One person; None where there is no such person."""
    row = session.execute(_people(_begun(), _earned(year)).where(LearnerRow.id == person)).first()
    return PersonLine(*row) if row else None


def years_with_passes(session: Session) -> set[int]:
    """The calendar years in which somebody passed something."""
    return set(session.execute(select(PassRow.year).distinct()).scalars())


def _begun() -> Subquery:
    return (
        select(
            ResultRow.person,
            func.count().label("courses"),
            func.max(ResultRow.last_at).label("last_at"),
        )
        .group_by(ResultRow.person)
        .subquery()
    )


def _earned(year: int) -> Subquery:
    # PostgreSQL's sum of whole numbers is a decimal one.
    jp = cast(func.sum(PassRow.jp), BigInteger)
    return (
        select(PassRow.person, func.count().label("passed"), jp.label("jp"))
        .where(PassRow.year == year)
        .group_by(PassRow.person)
        .subquery()
    )


def _people(begun: Subquery, earned: Subquery) -> Select[*tuple[Any, ...]]:
    return (
        select(
            LearnerRow.id,
            LearnerRow.name,
            LearnerRow.nip,
            LearnerRow.status,
            LearnerRow.position,
            MembershipRow.unit,
            LearnerRow.verified,
            func.coalesce(begun.c.courses, 0),
            func.coalesce(earned.c.passed, 0),
            func.coalesce(earned.c.jp, 0),
            begun.c.last_at,
        )
        .join(MembershipRow, MembershipRow.learner == LearnerRow.id)
        .outerjoin(begun, begun.c.person == LearnerRow.id)
        .outerjoin(earned, earned.c.person == LearnerRow.id)
        .where(MembershipRow.home, MembershipRow.until.is_(None))
    )
