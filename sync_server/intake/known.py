"""Which records the server has already: by id, and by their numbers on the PC."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from sync_server.intake.arrivals import ID_REUSED, Arrival, Rejected, reject
from sync_server.tables import RecordRow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True)
class Sorted:
    """The records of a parcel, sorted by what the server knows of their ids.

    Attributes:
        new: Seen for the first time, each id once.
        again: Here already with the same content.
        reused: Their id is here with other content.
    """

    new: list[Arrival]
    again: list[Arrival]
    reused: list[Rejected]


class Ledger:
    """What the server has under the ids of a parcel; grows as the parcel's records are sorted."""

    def __init__(self, session: Session, arrivals: Sequence[Arrival]) -> None:
        """Look all ids up in one query."""
        ids = [arrival.id for arrival in arrivals]
        rows = session.execute(select(RecordRow.id, RecordRow.digest).where(RecordRow.id.in_(ids)))
        self._digests: dict[UUID, str] = dict(rows.all())

    def sort(self, arrivals: Sequence[Arrival]) -> Sorted:
        """Sort by what the server has, and by what was sorted before."""
        found = Sorted([], [], [])
        for arrival in arrivals:
            known = self._digests.setdefault(arrival.id, "")
            if not known:
                self._digests[arrival.id] = arrival.digest
                found.new.append(arrival)
            elif known == arrival.digest:
                found.again.append(arrival)
            else:
                found.reused.append(reject(arrival, ID_REUSED))
        return found


def taken_numbers(session: Session, device: UUID, arrivals: Sequence[Arrival]) -> set[int]:
    """Which of their numbers the server has from this PC under other ids."""
    rows = session.execute(
        select(RecordRow.seq)
        .where(RecordRow.device == device)
        .where(RecordRow.seq.in_([arrival.seq for arrival in arrivals]))
        .where(RecordRow.id.not_in([arrival.id for arrival in arrivals]))
    )
    return set(rows.scalars())
