"""Open attempts: one row each, to which every answer is appended."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

import msgspec

from desktop.storage import values
from desktop.storage.errors import AttemptClosed
from desktop.storage.model import OpenAttempt
from lessons.records import RawAnswer, to_json

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

_answer = msgspec.json.Decoder(tuple[str, RawAnswer])
_OPEN = """
    SELECT * FROM drafts WHERE learner IN (SELECT value FROM json_each(?)) AND superseded = 0
    ORDER BY turn DESC"""
_READ = "SELECT * FROM drafts WHERE id = ? AND superseded = 0"
_BEGIN = """
    INSERT INTO drafts (id, learner, course, version, quiz, revision, seed, answers, current,
        seconds, superseded)
    VALUES (?, ?, ?, ?, ?, ?, ?, '', ?, ?, 0)"""
_SUPERSEDE = """
    UPDATE drafts SET superseded = 1
    WHERE learner IN (SELECT value FROM json_each(?)) AND quiz = ?"""
_APPEND = """
    UPDATE drafts SET answers = answers || ?, current = ?, seconds = max(seconds, ?)
    WHERE id = ? AND superseded = 0
    RETURNING *"""
_KEEP_CURRENT = "UPDATE drafts SET current = ? WHERE id = ? AND superseded = 0"
_DROP = "DELETE FROM drafts WHERE id = ?"


def open_attempts(connection: sqlite3.Connection, ids: Iterable[UUID]) -> tuple[OpenAttempt, ...]:
    """What a person has begun and not sent, the newest first."""
    return tuple(map(_attempt, connection.execute(_OPEN, (values.id_list(ids),)).fetchall()))


def read(connection: sqlite3.Connection, attempt: UUID) -> OpenAttempt:
    """An open attempt.

    Raises:
        AttemptClosed: Sent, superseded, or never begun on this PC.
    """
    return _only(connection.execute(_READ, (attempt.hex,)).fetchall())


def begin(connection: sqlite3.Connection, new: OpenAttempt) -> None:
    """Keep a new draft, without answers yet."""
    ids = (new.id.hex, new.learner.hex)
    quiz = (new.course, new.version, new.quiz, new.revision, new.seed)
    connection.execute(_BEGIN, (*ids, *quiz, new.current, new.seconds))


def supersede(connection: sqlite3.Connection, ids: Iterable[UUID], quiz: str) -> None:
    """Close a person's drafts of a quiz whose revision is gone; their rows stay."""
    connection.execute(_SUPERSEDE, (values.id_list(ids), quiz))


def keep_answer(
    connection: sqlite3.Connection, attempt: UUID, question: str, answer: RawAnswer, seconds: int
) -> OpenAttempt:
    """Append an answer; the last one to a question counts.

    Raises:
        AttemptClosed: As in :func:`read`.
    """
    line = f"{to_json((question, answer)).decode()}\n"
    return _only(connection.execute(_APPEND, (line, question, seconds, attempt.hex)).fetchall())


def keep_current(connection: sqlite3.Connection, attempt: UUID, question: str) -> None:
    """Remember which question is on the screen.

    Raises:
        AttemptClosed: As in :func:`read`.
    """
    if connection.execute(_KEEP_CURRENT, (question, attempt.hex)).rowcount != 1:
        raise AttemptClosed


def drop(connection: sqlite3.Connection, attempt: UUID) -> None:
    """Remove a draft, once its record is there."""
    connection.execute(_DROP, (attempt.hex,))


def read_answers(lines: str) -> tuple[tuple[str, RawAnswer], ...]:
    """What the appended lines come to: for each question the last answer, in order of the first."""
    return tuple(dict(_answer.decode_lines(lines)).items())


def _only(rows: list[sqlite3.Row]) -> OpenAttempt:
    if not rows:
        raise AttemptClosed
    return _attempt(rows[0])


def _attempt(row: sqlite3.Row) -> OpenAttempt:
    return OpenAttempt(
        id=UUID(row["id"]),
        learner=UUID(row["learner"]),
        course=row["course"],
        version=row["version"],
        quiz=row["quiz"],
        revision=row["revision"],
        seed=row["seed"],
        answers=read_answers(row["answers"]),
        current=row["current"],
        seconds=row["seconds"],
    )
