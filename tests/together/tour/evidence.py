"""What is really on both sides, read from their databases beside the running programs."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import func, select

from desktop.storage.model import Delivery, KeptRecord, OpenAttempt
from lessons.records import AttemptFinished
from sync_server.database import Database
from sync_server.tables import DeviceRow, LearnerRow, PassRow
from tests.together.ledger import Entry, entries
from tests.together.pc import Pc

if TYPE_CHECKING:
    from pathlib import Path

    from tests.together.server_process import Server


@dataclass(frozen=True, slots=True)
class PcSide:
    """What a PC keeps of a learner.

    Attributes:
        unsent: Records of anybody that the server has not taken.
        drafts: The learner's quizzes that were begun and not sent.
    """

    device: UUID
    records: tuple[KeptRecord, ...]
    unsent: int
    drafts: tuple[OpenAttempt, ...]

    def claims(self) -> dict[str, int | None]:
        """The PC's own score of each attempt; None where only the server can grade."""
        bodies = {each.record.id.hex: each.record.body for each in self.records}
        return {key: it.claim for key, it in bodies.items() if isinstance(it, AttemptFinished)}

    def accepted(self) -> int:
        """How many records the PC knows to be with the server."""
        return sum(each.delivery is Delivery.ACCEPTED for each in self.records)


@dataclass(frozen=True, slots=True)
class ServerSide:
    """What the server keeps of a PC and of a learner.

    Attributes:
        jp: By the server's own roll-up, over all years.
        seen_at: When it last heard of the PC.
    """

    records: tuple[Entry, ...]
    jp: int
    seen_at: datetime | None

    def scores(self) -> dict[str, int]:
        """The server's own score of each attempt."""
        return {each.id.hex: each.score for each in self.records if each.score is not None}

    def doubled(self) -> int:
        """How many records are there more than once."""
        return len(self.records) - len({each.id for each in self.records})


def look_at_pc(folder: Path, name: str) -> PcSide:
    """Read the store of a PC, in which the program may be at work."""
    with closing(Pc(folder)) as pc:
        person = pc.person(name)
        return PcSide(
            device=pc.store.device_id(),
            records=pc.made_here(),
            unsent=pc.unsent(),
            drafts=pc.store.open_attempts(person),
        )


def look_at_server(server: Server, device: UUID, nip: str) -> ServerSide:
    """Read the database of a server that may be running."""
    query = (
        select(func.coalesce(func.sum(PassRow.jp), 0))
        .join(LearnerRow, LearnerRow.id == PassRow.person)
        .where(LearnerRow.nip == nip)
    )
    with closing(Database(server.database)) as database, database.reading() as session:
        jp = session.scalar(query)
        seen_at = session.scalar(select(DeviceRow.seen_at).where(DeviceRow.id == device))
    return ServerSide(tuple(entries(server, device)), int(jp or 0), seen_at)
