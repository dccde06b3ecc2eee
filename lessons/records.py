"""Records: what a learner did, as immutable facts with one JSON form.

A record is made once on a PC, appended, and never changed. Everything else (progress, scores, JP)
is derived from records by folding them; merging two PCs is the union of two sets.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated
from uuid import UUID

import msgspec

Seconds = Annotated[int, msgspec.Meta(ge=0, le=2**31)]
Percent = Annotated[int, msgspec.Meta(ge=0, le=100)]
Seq = Annotated[int, msgspec.Meta(ge=1, lt=2**53)]
Seed = Annotated[int, msgspec.Meta(ge=0, lt=2**32)]
Key = Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
Moment = Annotated[datetime, msgspec.Meta(tz=True)]

PartAnswer = str | list[str] | Mapping[str, str] | None
"""An answer to one question that has no parts; None where nothing was answered."""
RawAnswer = str | list[str] | Mapping[str, PartAnswer] | None
"""An answer as the learner gave it, by the question's type; None where nothing was answered.

A choice is its id, text and numbers are as typed, several choices or an order are lists of ids,
pairs and gaps are ids or texts by place, and a case holds the answer to each of its parts.
"""


class LessonFinished(msgspec.Struct, frozen=True, tag_field="kind", tag="lesson_finished"):
    """A learner came to the end of a lesson.

    Attributes:
        course: Course code, ``ASN-05``.
        version: Version of the course that was read.
        lesson: Lesson id, ``asn-05-01``.
        seconds: Time with the lesson open, by the monotonic clock.
    """

    course: Key
    version: Annotated[int, msgspec.Meta(ge=1)]
    lesson: Key
    seconds: Seconds


class AttemptFinished(msgspec.Struct, frozen=True, tag_field="kind", tag="attempt_finished"):
    """A learner sent a quiz: one record, whole or absent.

    Attributes:
        course: Course code, ``ASN-05``.
        version: Version of the course that was open.
        quiz: Quiz id, ``asn-05-akhir``.
        revision: The quiz's revision hash, so that the server grades the very same quiz.
        seed: From which the questions and their order were drawn.
        answers: Question id and raw answer, in the order in which they were drawn.
        seconds: Time spent, by the monotonic clock.
        claim: The score in whole percent that the PC worked out, never believed by the server; None
            where the PC has no key and only the server can grade.
    """

    course: Key
    version: Annotated[int, msgspec.Meta(ge=1)]
    quiz: Key
    revision: Key
    seed: Seed
    answers: tuple[tuple[Key, RawAnswer], ...]
    seconds: Seconds
    claim: Percent | None


class LearnerRegistered(msgspec.Struct, frozen=True, tag_field="kind", tag="learner_registered"):
    """Somebody who was not on the roster registered on this PC; waits for the server to verify.

    Attributes:
        name: As typed.
        nip: 18 digits.
    """

    name: Key
    nip: Annotated[str, msgspec.Meta(pattern=r"^[0-9]{18}\Z")]


Body = LessonFinished | AttemptFinished | LearnerRegistered


class Record(msgspec.Struct, frozen=True):
    """One fact.

    Attributes:
        id: Random UUID, made with the record; its identity everywhere and for ever.
        learner: Whose it is.
        device: The PC on which it was made.
        seq: 1, 2, 3 … on that PC, without gaps, so that a missing one is noticed.
        at: UTC by the PC's clock, whole seconds; the clock may be wrong and is never trusted.
        body: What was done.
    """

    id: UUID
    learner: UUID
    device: UUID
    seq: Seq
    at: Moment
    body: Body


_encoder = msgspec.json.Encoder(order="sorted", uuid_format="hex")


def to_json(value: object) -> bytes:
    """The canonical JSON of a record or any message: sorted keys, no spaces, UTF-8, hex UUIDs."""
    return _encoder.encode(value)


def body_from_json(data: bytes | str) -> Body:
    """Read a record's body.

    Raises:
        msgspec.ValidationError: The JSON is not a known kind of body, or a value is out of range.
    """
    body: Body = msgspec.json.decode(data, type=Body)
    return body
