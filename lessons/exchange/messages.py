"""The messages between a PC and the server, in their one JSON form.

Fields with a default are left out of the JSON when they hold it, which keeps an empty round small.
Unknown fields are ignored, so a PC and a server some releases apart still understand each other.
"""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

import msgspec

from lessons.records import Body, Key, Moment, Percent, Record, Seq


class SentRecord(msgspec.Struct, frozen=True):
    """A record inside a parcel: the device stands once in the envelope (see ``Record``)."""

    id: UUID
    learner: UUID
    seq: Seq
    at: Moment
    body: Body


class Parcel(msgspec.Struct, frozen=True, omit_defaults=True):
    """A PC's unsent records and where it stands.

    Attributes:
        app: Version of the program, ``0.1.0``.
        clock: The PC's clock when the parcel was made (UTC).
        cursor: The server's revision up to which this PC has everything; 0 at first.
        machine: Short hash of the machine's own id, so that a cloned disk is noticed.
        last: The highest ``seq`` ever made on the PC; what lies below it must reach the server.
        records: Not yet accepted, in order of ``seq``. Each stays raw JSON until the server reads
            it, so that one broken record never refuses the others.
    """

    app: Key
    clock: Moment
    machine: Key
    cursor: Annotated[int, msgspec.Meta(ge=0)] = 0
    last: Annotated[int, msgspec.Meta(ge=0)] = 0
    records: tuple[msgspec.Raw, ...] = ()


class Rejection(msgspec.Struct, frozen=True, omit_defaults=True):
    """A record the server refused, and why.

    Attributes:
        index: Its place in the parcel, counted from 0.
        seq: Its number on the PC, if the server could read one; else 0.
        reason: A code: ``unreadable``, ``id-reused``, ``unknown-learner``, ``unknown-lesson``.
    """

    index: int
    reason: Key
    seq: int = 0


class RosterEntry(msgspec.Struct, frozen=True, omit_defaults=True):
    """A person of this office, as a PC needs to know him or her.

    Attributes:
        status: ``PNS``, ``PPPK``, ``PPPK Paruh Waktu``, ``CPNS`` or empty where unknown.
        activation: argon2id hash of the printed activation code; empty when codes are switched off.
        active: False when the person has left the office.
    """

    id: UUID
    name: Key
    nip: str
    status: str = ""
    activation: str = ""
    active: bool = True


class OtherRecord(msgspec.Struct, frozen=True, omit_defaults=True):
    """A record of a person of this office that was made on another PC, with the server's score."""

    record: Record
    score: Percent | None = None


class Verdict(msgspec.Struct, frozen=True, array_like=True):
    """The server's score of one of this PC's attempts where the PC claimed another, or none."""

    seq: Seq
    score: Percent


class Reply(msgspec.Struct, frozen=True, omit_defaults=True):
    """The server's answer to a parcel.

    Attributes:
        parcel: First 16 hex digits of the SHA-256 of the envelope answered: a stale, cached or
            foreign answer is recognised and changes nothing.
        cursor: To be sent with the next parcel, once everything here is stored.
        accepted: First and last ``seq`` of each run that is safely stored on the server.
        rejected: Records set aside, with reasons; the PC keeps them and shows them.
        verdicts: Only where the server's score differs from the claim.
        learners: Roster changes since the cursor.
        aliases: Local learner id and the id on the roster of the same person (same NIP).
        records: Made on other PCs since the cursor.
        more: True when the PC should ask again at once, since the answer was cut to size.
    """

    parcel: Key
    cursor: int = 0
    accepted: tuple[tuple[Seq, Seq], ...] = ()
    rejected: tuple[Rejection, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    learners: tuple[RosterEntry, ...] = ()
    aliases: tuple[tuple[UUID, UUID], ...] = ()
    records: tuple[OtherRecord, ...] = ()
    more: bool = False


Code = Annotated[str, msgspec.Meta(min_length=1, max_length=40)]
"""An enrolment code as typed; see :func:`lessons.exchange.codes.normalise_code`."""


class EnrolRequest(msgspec.Struct, frozen=True, omit_defaults=True):
    """A PC asks to belong to an office.

    Attributes:
        code: Enrolment code.
        device: The PC's own id, made at first start.
        key: The PC's Ed25519 public key, 64 hex digits.
        name: What people call the PC.
        machine: As in ``Parcel``.
        unit: Kemendagri code of the office to belong to, where the code serves many; empty
            where the code's own unit is meant.
    """

    code: Code
    device: UUID
    key: Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{64}\Z")]
    name: Annotated[str, msgspec.Meta(min_length=1, max_length=100)]
    machine: Key
    unit: Annotated[str, msgspec.Meta(max_length=40)] = ""


class EnrolAnswer(msgspec.Struct, frozen=True):
    """The office to which the PC now belongs; the same device and key may ask again.

    Attributes:
        device: The device id that was enrolled (an answer to another PC is recognised).
        unit: Kemendagri code of the office, ``14.72.01.1003``.
        unit_name: Its name.
        organisation: Whose server it is, ``BKPSDM Kota Dumai``.
    """

    device: UUID
    unit: Key
    unit_name: Key
    organisation: Key


class OfficesRequest(msgspec.Struct, frozen=True):
    """A PC asks which offices a code may serve; the code is not used up."""

    code: Code


class Office(msgspec.Struct, frozen=True):
    """An office to which a PC may belong.

    Attributes:
        code: Kemendagri code, ``14.72.01.1003``.
        title: Its name with its kind, ``Kelurahan Pangkalan Sesai``.
    """

    code: Key
    title: Key


class Offices(msgspec.Struct, frozen=True):
    """The offices that a code may serve, in order of their codes; at least one."""

    offices: tuple[Office, ...]


class Refusal(msgspec.Struct, frozen=True):
    """The body of every error answer of the API.

    Attributes:
        error: A code for programs: ``code-unknown``, ``code-used``, ``code-expired``,
            ``unit-needed``, ``unit-outside``, ``device-unknown``, ``device-revoked``,
            ``device-taken``, ``bad-signature``, ``bad-parcel``, ``bad-range``, ``bad-request``,
            ``not-found``, ``method-not-allowed``, ``too-large``, ``too-many-tries``,
            ``server-error``.
        message: For people, in Indonesian.
    """

    error: Key
    message: str
