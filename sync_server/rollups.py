"""Roll-ups: what people have reached, kept in the transaction that brings the facts.

Merging is commutative and associative, so neither the order nor the grouping of parcels matters.
The caller holds the locks of the units of everybody concerned, so that nobody merges beside it.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar, Protocol, Self, TypeVar
from uuid import UUID

from sqlalchemy import select

from lessons.progress import WIB
from sync_server.database import table_of, upsert_all
from sync_server.gradebook import Score
from sync_server.tables import Base, LessonRow, PassRow, ResultRow

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True)
class Deed:
    """Something a person did in a course, as far as roll-ups care.

    Attributes:
        at: Corrected time.
        lesson: The lesson that was finished; empty for an attempt.
        score: The server's grade of an attempt; None for a lesson and while it can't be graded.
    """

    record: UUID
    person: UUID
    course: str
    at: datetime
    lesson: str = ""
    score: Score | None = None


class _Part(Protocol):
    """A row of a roll-up: fields are the table's columns, ``merged`` joins two of the same key."""

    @property
    def person(self) -> UUID: ...
    def merged(self, other: Self, /) -> Self: ...

    __dataclass_fields__: ClassVar[dict[str, Any]]


Part = TypeVar("Part", bound=_Part)
Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class _Result:
    person: UUID
    course: str
    begun_at: datetime
    last_at: datetime
    attempts: int
    best: int | None
    passed_at: datetime | None

    def merged(self, other: Self, /) -> Self:
        return replace(
            self,
            begun_at=min(self.begun_at, other.begun_at),
            last_at=max(self.last_at, other.last_at),
            attempts=self.attempts + other.attempts,
            best=max((each for each in (self.best, other.best) if each is not None), default=None),
            passed_at=min(
                (each for each in (self.passed_at, other.passed_at) if each), default=None
            ),
        )


@dataclass(frozen=True, slots=True)
class _Pass:
    person: UUID
    course: str
    year: int
    jp: int
    passed_at: datetime
    counted_at: datetime
    counted: UUID

    def merged(self, other: Self, /) -> Self:
        latest = max(self, other, key=lambda each: (each.counted_at, each.counted))
        return replace(
            self,
            jp=latest.jp,
            passed_at=min(self.passed_at, other.passed_at),
            counted_at=latest.counted_at,
            counted=latest.counted,
        )


@dataclass(frozen=True, slots=True)
class _Lesson:
    person: UUID
    lesson: str
    course: str
    finished_at: datetime

    def merged(self, other: Self, /) -> Self:
        return min(self, other, key=lambda each: (each.finished_at, each.course))


def add(session: Session, deeds: Collection[Deed]) -> None:
    """Merge deeds into the roll-ups.

    Each deed comes once in its life, and an attempt that waited once more when it is graded.
    """
    _merge(session, ResultRow, _Result, [_result(deed) for deed in deeds])
    _merge(session, PassRow, _Pass, [_pass(deed, jp) for deed in deeds if (jp := _earned(deed))])
    _merge(session, LessonRow, _Lesson, [_lesson(deed) for deed in deeds if deed.lesson])


def _earned(deed: Deed) -> int:
    return deed.score.jp if deed.score else 0


def _result(deed: Deed) -> _Result:
    test = deed.score if deed.score and deed.score.end_test else None
    return _Result(
        deed.person,
        deed.course,
        begun_at=deed.at,
        last_at=deed.at,
        attempts=1 if test else 0,
        best=test.score if test else None,
        passed_at=deed.at if test and test.passed else None,
    )


def _pass(deed: Deed, jp: int) -> _Pass:
    year = deed.at.astimezone(WIB).year
    return _Pass(deed.person, deed.course, year, jp, deed.at, deed.at, deed.record)


def _lesson(deed: Deed) -> _Lesson:
    return _Lesson(deed.person, deed.lesson, deed.course, deed.at)


def _merge(session: Session, row: type[Base], kind: type[Part], new: list[Part]) -> None:
    if not new:
        return
    table = table_of(row)
    keys = [column.name for column in table.primary_key]

    def key(part: Part) -> Key:
        return tuple(getattr(part, name) for name in keys)

    people = {part.person for part in new}
    kept = session.execute(select(*table.c).where(table.c.person.in_(people)))
    merged = {key(part): part for part in (kind(**each) for each in kept.mappings())}
    touched = {key(part): None for part in new}
    for part in new:
        known = merged.get(key(part))
        merged[key(part)] = known.merged(part) if known else part
    upsert_all(session, row, [asdict(merged[each]) for each in touched])
