"""Somebody who is not on this office's list registered on a PC, with or without network."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy.orm import Session

from lessons.people import NIP_DIGITS, clean
from lessons.records import LearnerRegistered
from sync_server import memberships
from sync_server.feed import News
from sync_server.intake.people import People, Person
from sync_server.tables import AliasRow, FeedKind, LearnerRow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sync_server.intake.arrivals import Arrival


@dataclass(frozen=True, slots=True)
class Registration:
    """Who registered: the id that the PC made, name and NIP."""

    local: UUID
    name: str
    nip: str


def registrations(arrivals: Iterable[Arrival]) -> list[Registration]:
    """The registrations among the records, in their order."""
    return [
        Registration(
            arrival.learner, clean(arrival.body.name) or "–", arrival.body.nip[:NIP_DIGITS]
        )
        for arrival in arrivals
        if isinstance(arrival.body, LearnerRegistered)
    ]


@dataclass(frozen=True, slots=True)
class Registering:
    """Takes registrations of a unit in; ``people`` comes to know the new ids.

    Attributes:
        news: What the PCs of the unit must hear of it.
    """

    session: Session
    unit: str
    people: People
    now: datetime
    news: list[News] = field(default_factory=list)

    def register(self, new: Registration) -> None:
        """Make the new id an alias of whoever has the NIP, or else somebody who waits."""
        if new.local in self.people.by_id:
            return
        known = self.people.by_nip.get(new.nip)
        person = self._join(new, known) if known else self._begin(new)
        self.people.add(new.local, new.nip, person)

    def _begin(self, new: Registration) -> Person:
        self.session.add(
            LearnerRow(
                id=new.local,
                nip=new.nip,
                name=new.name,
                status="",
                position="",
                verified=False,
                activation="",
            )
        )
        self.session.flush()
        memberships.begin(self.session, self.unit, new.local, self.now, home=True)
        return Person(new.local, verified=False, units=frozenset([self.unit]))

    def _join(self, new: Registration, known: Person) -> Person:
        self.session.add(AliasRow(local=new.local, learner=known.id, unit=self.unit))
        self.session.flush()
        if self.unit not in known.units:
            memberships.begin(self.session, self.unit, known.id, self.now, home=False)
            if known.verified:
                self.news.extend(memberships.introduction(self.session, known.id, self.unit))
        elif known.verified:
            self.news.append(News(FeedKind.ALIAS, new.local))
        return replace(known, units=known.units | {self.unit})
