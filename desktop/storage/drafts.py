"""Open attempts: one row each, to which every answer is appended."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

import msgspec
from sqlalchemy import Connection, Row, select

from desktop.storage.errors import AttemptClosed
from desktop.storage.model import OpenAttempt
from desktop.storage.tables import drafts
from lessons.records import RawAnswer, to_json

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.storage.database import Database

_answer = msgspec.json.Decoder(tuple[str, RawAnswer])
_APPEND = """
    UPDATE drafts SET answers = answers || ?, current = ?, seconds = max(seconds, ?)
    WHERE id = ? AND superseded = 0
    RETURNING learner, course, version, quiz, revision, seed, answers, current, seconds"""


def open_attempts(connection: Connection, ids: Iterable[UUID]) -> tuple[OpenAttempt, ...]:
    """What a person has begun and not sent, the newest first."""
    mine = drafts.c.learner.in_(list(ids)) & ~drafts.c.superseded
    rows = connection.execute(select(drafts).where(mine).order_by(drafts.c.turn.desc())).all()
    return tuple(map(_attempt, rows))


def read(connection: Connection, attempt: UUID) -> OpenAttempt:
    """An open attempt.

    Raises:
        AttemptClosed: Sent, superseded, or never begun on this PC.
    """
    this = (drafts.c.id == attempt) & ~drafts.c.superseded
    row = connection.execute(select(drafts).where(this)).one_or_none()
    if row is None:
        raise AttemptClosed
    return _attempt(row)


def begin(connection: Connection, new: OpenAttempt) -> None:
    """Keep a new draft, without answers yet."""
    connection.execute(
        drafts.insert().values(
            id=new.id,
            learner=new.learner,
            course=new.course,
            version=new.version,
            quiz=new.quiz,
            revision=new.revision,
            seed=new.seed,
            answers="",
            current=new.current,
            seconds=new.seconds,
            superseded=False,
        )
    )


def supersede(connection: Connection, ids: Iterable[UUID], quiz: str) -> None:
    """Close a person's drafts of a quiz whose revision is gone; their rows stay."""
    old = drafts.c.learner.in_(list(ids)) & (drafts.c.quiz == quiz)
    connection.execute(drafts.update().where(old).values(superseded=True))


def keep_answer(
    database: Database, attempt: UUID, question: str, answer: RawAnswer, seconds: int
) -> OpenAttempt:
    """Append an answer; the last one to a question counts.

    Raises:
        AttemptClosed: As in :func:`read`.
    """
    line = f"{to_json((question, answer)).decode()}\n"
    rows = database.write_one(_APPEND, (line, question, seconds, attempt.hex))
    if not rows:
        raise AttemptClosed
    learner, course, version, quiz, revision, seed, answers, current, spent = rows[0]
    return OpenAttempt(
        id=attempt,
        learner=UUID(learner),
        course=course,
        version=version,
        quiz=quiz,
        revision=revision,
        seed=seed,
        answers=read_answers(answers),
        current=current,
        seconds=spent,
    )


def keep_current(connection: Connection, attempt: UUID, question: str) -> None:
    """Remember which question is on the screen.

    Raises:
        AttemptClosed: As in :func:`read`.
    """
    this = (drafts.c.id == attempt) & ~drafts.c.superseded
    if connection.execute(drafts.update().where(this).values(current=question)).rowcount != 1:
        raise AttemptClosed


def drop(connection: Connection, attempt: UUID) -> None:
    """Remove a draft, once its record is there."""
    connection.execute(drafts.delete().where(drafts.c.id == attempt))


def read_answers(lines: str) -> tuple[tuple[str, RawAnswer], ...]:
    """What the appended lines come to: for each question the last answer, in order of the first."""
    return tuple(dict(_answer.decode_lines(lines)).items())


def _attempt(row: Row[Any]) -> OpenAttempt:
    return OpenAttempt(
        id=row.id,
        learner=row.learner,
        course=row.course,
        version=row.version,
        quiz=row.quiz,
        revision=row.revision,
        seed=row.seed,
        answers=read_answers(row.answers),
        current=row.current,
        seconds=row.seconds,
    )
