"""Open attempts: drafts, committed answer by answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Row, func, select
from sqlalchemy.dialects.sqlite import insert

from desktop.storage.errors import AttemptClosed
from desktop.storage.model import OpenAttempt
from desktop.storage.tables import draft_answers, drafts
from lessons.records import RawAnswer, to_json

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID


def open_attempts(connection: Connection, ids: Iterable[UUID]) -> tuple[OpenAttempt, ...]:
    """What a person has begun and not sent, the newest first."""
    mine = drafts.c.learner.in_(list(ids)) & ~drafts.c.superseded
    rows = connection.execute(select(drafts).where(mine).order_by(drafts.c.turn.desc())).all()
    return tuple(_attempt(connection, row) for row in rows)


def read(connection: Connection, attempt: UUID) -> OpenAttempt:
    """An open attempt.

    Raises:
        AttemptClosed: Sent, superseded, or never begun on this PC.
    """
    this = (drafts.c.id == attempt) & ~drafts.c.superseded
    row = connection.execute(select(drafts).where(this)).one_or_none()
    if row is None:
        raise AttemptClosed
    return _attempt(connection, row)


def begin(connection: Connection, new: OpenAttempt) -> None:
    """Keep a new draft."""
    connection.execute(
        drafts.insert().values(
            id=new.id,
            learner=new.learner,
            course=new.course,
            version=new.version,
            quiz=new.quiz,
            revision=new.revision,
            seed=new.seed,
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
    connection: Connection, attempt: UUID, question: str, answer: RawAnswer, seconds: int
) -> OpenAttempt:
    """Keep an answer in place of the one before it.

    Raises:
        AttemptClosed: As in :func:`read`.
    """
    kept = to_json(answer).decode()
    row = insert(draft_answers).values(draft=attempt, question=question, answer=kept)
    spent = func.max(drafts.c.seconds, seconds)
    _touch(connection, attempt, current=question, seconds=spent)
    connection.execute(
        row.on_conflict_do_update(index_elements=["draft", "question"], set_={"answer": kept})
    )
    return read(connection, attempt)


def keep_current(connection: Connection, attempt: UUID, question: str) -> None:
    """Remember which question is on the screen.

    Raises:
        AttemptClosed: As in :func:`read`.
    """
    _touch(connection, attempt, current=question)


def drop(connection: Connection, attempt: UUID) -> None:
    """Remove a draft with its answers, once its record is there."""
    connection.execute(drafts.delete().where(drafts.c.id == attempt))


def _touch(connection: Connection, attempt: UUID, **fields: str | ColumnElement[int]) -> None:
    this = (drafts.c.id == attempt) & ~drafts.c.superseded
    if connection.execute(drafts.update().where(this).values(fields)).rowcount != 1:
        raise AttemptClosed


def _attempt(connection: Connection, row: Row[Any]) -> OpenAttempt:
    return OpenAttempt(
        id=row.id,
        learner=row.learner,
        course=row.course,
        version=row.version,
        quiz=row.quiz,
        revision=row.revision,
        seed=row.seed,
        answers=_answers(connection, row.id),
        current=row.current,
        seconds=row.seconds,
    )


def _answers(connection: Connection, attempt: UUID) -> tuple[tuple[str, RawAnswer], ...]:
    given = select(draft_answers.c.question, draft_answers.c.answer)
    mine = given.where(draft_answers.c.draft == attempt).order_by(draft_answers.c.turn)
    rows = connection.execute(mine).all()
    return tuple((question, msgspec.json.decode(kept, type=RawAnswer)) for question, kept in rows)
