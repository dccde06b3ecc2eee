"""What the store takes and returns: frozen dataclasses, never rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from lessons.records import RawAnswer, Record


@dataclass(frozen=True, slots=True)
class Learner:
    """A person of this office.

    Attributes:
        nip: 18 digits; shown only to the person, and only after sign-in.
        status: ``PNS``, ``PPPK`` …; empty where unknown.
        has_password: Whether a password was set on this PC.
        needs_code: Whether the first sign-in asks for the printed activation code.
        verified: False while only registered on this PC ("menunggu verifikasi").
    """

    id: UUID
    name: str
    nip: str
    status: str
    has_password: bool
    needs_code: bool
    verified: bool


@dataclass(frozen=True, slots=True)
class OpenAttempt:
    """A quiz that was begun and not yet sent: its draft.

    Attributes:
        id: UUID of the draft; its record gets an id of its own.
        answers: Question id and raw answer, as far as given.
        current: Question id that was on the screen last; empty at first.
        seconds: Time spent so far.
    """

    id: UUID
    learner: UUID
    course: str
    version: int
    quiz: str
    revision: str
    seed: int
    answers: tuple[tuple[str, RawAnswer], ...]
    current: str
    seconds: int


class Delivery(StrEnum):
    """Where a record stands with the server."""

    UNSENT = "unsent"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class KeptRecord:
    """A record with what is known of its delivery.

    Attributes:
        score: The server's score in percent where it differs from the claim, else None.
        reason: Why it was rejected; empty otherwise.
    """

    record: Record
    delivery: Delivery
    score: int | None
    reason: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where a learner stopped reading.

    Attributes:
        position: Share of the page above the window's upper edge, 0 to 1.
        at: When, by the PC's clock.
    """

    course: str
    lesson: str
    position: float
    at: datetime


@dataclass(frozen=True, slots=True)
class Enrolment:
    """The office and server to which this PC belongs."""

    server: str
    unit: str
    unit_name: str
    organisation: str


@dataclass(frozen=True, slots=True)
class SyncState:
    """What the status line tells.

    Attributes:
        unsent: Records that the server has not accepted yet.
        rejected: Records that the server refused; kept and visible.
        last_success: When the last round succeeded, by the PC's clock, or None.
        last_try: When the last round was tried, or None.
        last_error: Why the last round failed, in words for people; empty when it succeeded.
        enrolment: None before the PC was enrolled.
        is_other_machine: The data were made on another machine: the disk was cloned or moved.
    """

    unsent: int
    rejected: int
    last_success: datetime | None
    last_try: datetime | None
    last_error: str
    enrolment: Enrolment | None
    is_other_machine: bool = False


@dataclass(frozen=True, slots=True)
class MachineMarks:
    """What tells one machine from another, as short hashes; what can't be read is empty.

    Attributes:
        system: Of the installed system; a cloned disk carries it along.
        hardware: Of what is built into the machine, sorted.
    """

    system: str
    hardware: tuple[str, ...]


class Change(StrEnum):
    """What a write changed; each view refreshes only what it shows."""

    LEARNERS = "learners"
    RECORDS = "records"
    DRAFTS = "drafts"
    PLACES = "places"
    SYNC = "sync"
