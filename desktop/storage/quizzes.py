"""A quiz from its first question to its record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.storage import drafts, facts
from lessons.records import AttemptFinished, Record

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable
    from datetime import datetime
    from uuid import UUID

    from desktop.storage.model import OpenAttempt


@dataclass(frozen=True, slots=True)
class Finishing:
    """What the record needs beside the draft.

    Attributes:
        drawn: Ids of the drawn questions, in the order in which they were drawn.
        seconds: Time spent on the whole attempt.
        claim: The PC's own score in percent.
    """

    drawn: tuple[str, ...]
    seconds: int
    claim: int


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
    if done := facts.by_id(connection, attempt):
        return done
    draft = drafts.read(connection, attempt)
    record = facts.append(connection, draft.id, draft.learner, _body(draft, finishing), now)
    drafts.drop(connection, attempt)
    return record


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
