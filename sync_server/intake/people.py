"""Whose a record is: people of the roster, people who registered on a PC, and their aliases."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import or_, select

from sync_server.memberships import units_of
from sync_server.tables import AliasRow, LearnerRow

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True)
class Person:
    """A person as the server knows him or her.

    Attributes:
        id: The server's id of the person.
        verified: Whether the roster knows the NIP.
        units: Where the person is now.
    """

    id: UUID
    verified: bool
    units: frozenset[str]

    @property
    def audience(self) -> frozenset[str]:
        """The units whose PCs hear of the person's results: none before verification."""
        return self.units if self.verified else frozenset()


@dataclass(frozen=True, slots=True)
class People:
    """The people that a parcel is about, by the learner ids it uses and by NIP."""

    by_id: dict[UUID, Person]
    by_nip: dict[str, Person]

    def add(self, local: UUID, nip: str, person: Person) -> None:
        """Know a person under the id that a PC made."""
        self.by_id[local] = self.by_id[person.id] = self.by_nip[nip] = person

    def units(self) -> frozenset[str]:
        """Every unit that one of them belongs to."""
        everybody = (*self.by_id.values(), *self.by_nip.values())
        return frozenset(unit for person in everybody for unit in person.units)


def find(session: Session, ids: Collection[UUID], nips: Collection[str]) -> People:
    """Find everybody with one of these ids, aliases or NIP; who is unknown is simply not there."""
    rows = session.execute(
        select(LearnerRow.id, LearnerRow.nip, LearnerRow.verified, AliasRow.local)
        .outerjoin(AliasRow, AliasRow.learner == LearnerRow.id)
        .where(or_(LearnerRow.id.in_(ids), LearnerRow.nip.in_(nips), AliasRow.local.in_(ids)))
    ).all()
    units = units_of(session, {row.id for row in rows})
    people = People({}, {})
    for learner, nip, verified, local in rows:
        person = Person(learner, verified, frozenset(units.get(learner, ())))
        people.add(local or learner, nip, person)
    return people
