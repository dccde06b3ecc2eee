"""A quiz from its first question to its record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from desktop.storage import drafts, facts
from lessons.records import AttemptFinished, Record

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable
    from datetime import datetime

    from desktop.storage.model import OpenAttempt


_BECAME = "SELECT record FROM finished WHERE draft = ?"
_FINISH = "INSERT INTO finished (draft, record) VALUES (?, ?)"


@dataclass(frozen=True, slots=True)
class Finishing:
    """What the record needs beside the draft.

    Attributes:
        record: The id that the record gets. Not the draft's: a disk may be cloned with a quiz open,
            and each of the two PCs makes a result of its own.
        drawn: Ids of the drawn questions, in the order in which they were drawn.
        seconds: Time spent on the whole attempt.
        claim: The PC's own score in percent; None where it can't grade.
    """

    record: UUID
    drawn: tuple[str, ...]
    seconds: int
    claim: int | None


def begin(connection: sqlite3.Connection, ids: Iterable[UUID], new: OpenAttempt) -> OpenAttempt:
    """The open attempt of the same quiz and revision, or the new one."""
    ids = tuple(ids)
    begun = [each for each in drafts.open_attempts(connection, ids) if each.quiz == new.quiz]
    same = next((each for each in begun if each.revision == new.revision), None)
    if same:
        return same
    drafts.supersede(connection, ids, new.quiz)
    drafts.begin(connection, new)
    return new


def finish(
    connection: sqlite3.Connection, attempt: UUID, finishing: Finishing, now: datetime
) -> Record:
    """Turn a draft into its record; called again, it gives the same record.

    Raises:
        AttemptClosed: Superseded, or never begun on this PC.
    """
    if done := _finished(connection, attempt):
        return done
    draft = drafts.read(connection, attempt)
    body = _body(draft, finishing)
    record = facts.append(connection, finishing.record, draft.learner, body, now)
    connection.execute(_FINISH, (attempt.hex, record.id.hex))
    drafts.drop(connection, attempt)
    return record


def _finished(connection: sqlite3.Connection, attempt: UUID) -> Record | None:
    row = connection.execute(_BECAME, (attempt.hex,)).fetchone()
    return facts.by_id(connection, UUID(row["record"])) if row else None


def _body(draft: OpenAttempt, finishing: Finishing) -> AttemptFinished:
    given = dict(draft.answers)
    return AttemptFinished(
        course=draft.course,
        version=draft.version,
        quiz=draft.quiz,
        revision=draft.revision,
        seed=draft.seed,
        answers=tuple((question, given.get(question)) for question in finishing.drawn),
        seconds=max(draft.seconds, finishing.seconds),
        claim=finishing.claim,
    )
