"""What one roster entry changes: a person comes, is verified, moves, or is named anew."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy.orm import Session

from sync_server import memberships
from sync_server.feed import News
from sync_server.tables import FeedKind, LearnerRow

if TYPE_CHECKING:
    from sync_server.roster.entries import Entry


class Change(Enum):
    """What became of an entry."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody whom the roster names for the first time: the id, and the activation code's hash."""

    id: UUID
    activation: str


@dataclass(frozen=True, slots=True)
class Applying:
    """Applies entries one after the other, and gathers what the PCs of each unit must hear.

    The caller holds the locks of all units.
    """

    session: Session
    now: datetime
    news: dict[str, list[News]] = field(default_factory=dict)

    def add(self, entry: Entry, newcomer: Newcomer) -> Change:
        """A person whom the server doesn't know."""
        self.session.add(
            LearnerRow(
                id=newcomer.id,
                nip=entry.nip,
                name=entry.name,
                status=entry.status,
                position=entry.position,
                verified=True,
                activation=newcomer.activation,
            )
        )
        self.session.flush()
        memberships.begin(self.session, entry.unit, newcomer.id, self.now, home=True)
        self._introduce(newcomer.id, entry.unit)
        return Change.NEW

    def verify(
        self, entry: Entry, person: LearnerRow, home: str | None, newcomer: Newcomer
    ) -> Change:
        """A person who registered on a PC, at ``home``, and is on the roster at last."""
        _rename(entry, person)
        person.verified, person.activation = True, newcomer.activation
        self.session.flush()
        if home != entry.unit:
            memberships.move_home(self.session, person.id, entry.unit, self.now, stay_as_guest=True)
        for unit in memberships.units_of(self.session, [person.id])[person.id]:
            self._introduce(person.id, unit)
        return Change.CHANGED

    def update(self, entry: Entry, person: LearnerRow, home: str | None) -> Change:
        """A person of the roster: perhaps renamed, perhaps moved away from ``home``."""
        renamed = _rename(entry, person)
        if not renamed and home == entry.unit:
            return Change.UNCHANGED
        self.session.flush()
        for unit in memberships.units_of(self.session, [person.id]).get(person.id, ()):
            self._tell(unit, [News(FeedKind.MEMBER, person.id)])
        if home != entry.unit:
            memberships.move_home(
                self.session, person.id, entry.unit, self.now, stay_as_guest=False
            )
            self._introduce(person.id, entry.unit)
        return Change.CHANGED

    def _introduce(self, person: UUID, unit: str) -> None:
        self._tell(unit, memberships.introduction(self.session, person, unit))

    def _tell(self, unit: str, news: list[News]) -> None:
        self.news.setdefault(unit, []).extend(news)


def _rename(entry: Entry, person: LearnerRow) -> bool:
    """Take over what the roster says; what it leaves empty stays as it was."""
    said = {"name": entry.name, "status": entry.status, "position": entry.position}
    new = {key: value for key, value in said.items() if value and getattr(person, key) != value}
    for key, value in new.items():
        setattr(person, key, value)
    return bool(new)
