"""A server with its database, and PCs that send it parcels: what the tests of the server share."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

import msgspec
from nacl.signing import SigningKey
from sqlalchemy import select

from lessons.catalogue import load_catalogue
from lessons.course import Course
from lessons.drawing import drawn_ids
from lessons.exchange.envelope import seal
from lessons.exchange.messages import EnrolAnswer, EnrolRequest, Parcel, Reply, SentRecord
from lessons.records import AttemptFinished, Body, LearnerRegistered, LessonFinished, to_json
from sync_server.context import Context
from sync_server.database import Database
from sync_server.enrolment import enrol, make_enrolment_code
from sync_server.gradebook import Gradebook
from sync_server.intake.parcel import take_in
from sync_server.roster.importing import ImportReport, import_roster
from sync_server.settings import Settings
from sync_server.tables import Base, LearnerRow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lessons.course import Quiz

Row = TypeVar("Row", bound=Base)

MINI = Path(__file__).parent.parent / "courses"
SESAI = "14.72.01.1003"
PURNAMA = "14.72.01.1006"
BARAT, CITY = "14.72.01", "14.72"
BUDI, SITI, ANI = "198503122010011004", "199001012022212001", "197912312005012009"


@functools.cache
def mini_course() -> Course:
    """The small course that tests grade by."""
    (course,) = load_catalogue(MINI).courses
    return course


@dataclass
class Clock:
    """A clock that stands still until it is told to go on."""

    now: datetime = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def go_on(self, **by: float) -> None:
        self.now += timedelta(**by)


class Bytes:
    """Random bytes that are the same in every run."""

    def __init__(self) -> None:
        self._numbers = itertools.count(1)

    def __call__(self, count: int) -> bytes:
        return next(self._numbers).to_bytes(count, "little")


@dataclass
class City:
    """A server for tests."""

    database: Database
    clock: Clock = field(default_factory=Clock)
    random_bytes: Bytes = field(default_factory=Bytes)
    settings: Settings = field(default_factory=Settings)
    updates: Path = Path("/nowhere/updates")
    courses: Sequence[Course] = field(default_factory=lambda: (mini_course(),))

    @property
    def context(self) -> Context:
        return Context(
            self.settings,
            b"s" * 32,
            self.database,
            Gradebook(self.courses),
            self.clock,
            self.random_bytes,
            self.updates,
        )

    def roster(self, folder: Path, *lines: str) -> ImportReport:
        """Import lines of ``nama;nip;status;unit``."""
        path = folder / "pegawai.csv"
        path.write_text("\n".join(["nama;nip;status;unit", *lines]), encoding="utf-8")
        return import_roster(self.context, path)

    def people(self, folder: Path) -> dict[str, UUID]:
        """Budi and Siti at Pangkalan Sesai, Ani at Purnama; their ids by NIP."""
        report = self.roster(
            folder,
            f"Budi Santoso;{BUDI};PNS;{SESAI}",
            f"Siti Aminah;{SITI};PPPK;{SESAI}",
            f"Ani Lestari;{ANI};PNS;{PURNAMA}",
        )
        assert not report.refused
        return self.ids()

    def ids(self) -> dict[str, UUID]:
        """Ids of all people by NIP."""
        with self.database.reading() as session:
            return dict(session.execute(select(LearnerRow.nip, LearnerRow.id)).all())

    def code(self, unit: str, uses: int = 1, days: int = 30) -> str:
        """A new enrolment code."""
        made = self.database.write(
            lambda session: make_enrolment_code(self.context, session, unit, uses, days)
        )
        return made[0]

    def pc(self, unit: str = SESAI, name: str = "PC Loket") -> Pc:
        """A PC that has enrolled."""
        pc = Pc(self, UUID(bytes=self.random_bytes(16), version=4), name)
        pc.enrol(self.code(unit))
        return pc

    def rows(self, kind: type[Row]) -> list[Row]:
        """All rows of a table."""
        with self.database.reading() as session:
            return list(session.scalars(select(kind)))


@dataclass
class Pc:
    """A PC that keeps its cursor and numbers its records, but none of its answers."""

    city: City
    id: UUID
    name: str = "PC Loket"
    machine: str = "0badcafe"
    cursor: int = 0
    seq: int = 0

    @property
    def key(self) -> SigningKey:
        return SigningKey(self.id.bytes * 2)

    def enrol(self, code: str, unit: str = "") -> EnrolAnswer:
        return enrol(self.city.context, self.request(code, unit))

    def request(self, code: str, unit: str = "") -> EnrolRequest:
        key = self.key.verify_key.encode().hex()
        return EnrolRequest(code, self.id, key, self.name, self.machine, unit)

    def record(self, learner: UUID, body: Body, at: datetime | None = None) -> SentRecord:
        """A new record, with the next number."""
        self.seq += 1
        new = UUID(bytes=self.city.random_bytes(16), version=4)
        return SentRecord(new, learner, self.seq, at or self.city.clock(), body)

    def lesson(self, learner: UUID, lesson: str = "asn-99-01") -> SentRecord:
        return self.record(learner, LessonFinished("ASN-99", 1, lesson, 60))

    def registered(self, learner: UUID, name: str, nip: str) -> SentRecord:
        return self.record(learner, LearnerRegistered(name, nip))

    def attempt(
        self, learner: UUID, *, right: bool = True, seed: int = 7, **changes: str | int | None
    ) -> SentRecord:
        """An attempt at the end test: all right, or not answered at all."""
        body = attempt_body(right=right, seed=seed)
        return self.record(learner, msgspec.structs.replace(body, **changes))

    def parcel(self, records: Iterable[SentRecord | bytes] = (), **changes: object) -> Parcel:
        raw = tuple(
            msgspec.Raw(each if isinstance(each, bytes) else to_json(each)) for each in records
        )
        plain = Parcel("0.1.0", self.city.clock(), self.machine, self.cursor, self.seq, raw)
        return msgspec.structs.replace(plain, **changes)

    def envelope(self, parcel: Parcel) -> bytes:
        return seal(parcel, self.id, self.key)

    def send(self, *records: SentRecord | bytes, **changes: object) -> Reply:
        """Send a parcel and stand where the reply says; the reply as it is on the line."""
        reply = take_in(self.city.context, self.envelope(self.parcel(records, **changes)))
        on_the_line = msgspec.json.decode(to_json(reply), type=Reply)
        self.cursor = on_the_line.cursor
        return on_the_line

    def hear(self) -> list[Reply]:
        """Ask until there is nothing more."""
        replies = [self.send()]
        while replies[-1].more:
            replies.append(self.send())
        return replies


def end_test() -> Quiz:
    """The end test of the small course."""
    quiz = mini_course().end_test
    assert quiz
    return quiz


def attempt_body(*, right: bool = True, seed: int = 7) -> AttemptFinished:
    """An attempt at the end test, with an honest claim."""
    quiz = end_test()
    keys = {question.head.id: question.full_key() for question in quiz.questions}
    return AttemptFinished(
        course="ASN-99",
        version=1,
        quiz=quiz.id,
        revision=quiz.revision,
        seed=seed,
        answers=tuple((each, keys[each] if right else None) for each in drawn_ids(quiz, seed)),
        seconds=90,
        claim=100 if right else 0,
    )
