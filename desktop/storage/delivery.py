"""What the server has, what waits, and how an answer of the server is taken in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.storage import facts, machine, people, state, values
from desktop.storage.model import Change, Delivery, KeptRecord, SyncState
from desktop.storage.settling import settle
from lessons.records import AttemptFinished, Record

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable
    from datetime import datetime
    from uuid import UUID

    from lessons.exchange.messages import Reply, Verdict

_LAST_TRY = "last_try"
_LAST_SUCCESS = "last_success"
_LAST_ERROR = "last_error"
_UNSENT = f"{facts.KEPT} WHERE deliveries.state = 'unsent' ORDER BY deliveries.seq LIMIT ?"
_REJECTED = f"{facts.KEPT} WHERE deliveries.state = 'rejected' ORDER BY deliveries.seq"
_BY_SEQ = f"{facts.KEPT} WHERE deliveries.seq = ?"
_COUNT = "SELECT state, count(*) FROM deliveries WHERE state <> 'accepted' GROUP BY state"
_SET = """
    UPDATE deliveries SET state = ?, reason = ?
    WHERE record IN (SELECT value FROM json_each(?)) AND state <> 'accepted'"""
_SCORE = "UPDATE deliveries SET score = ? WHERE seq = ?"


def unsent(connection: sqlite3.Connection, limit: int) -> tuple[Record, ...]:
    """The first records that the server has not taken yet, in order of their numbers."""
    rows = connection.execute(_UNSENT, (limit,)).fetchall()
    return tuple(facts.kept_record(row).record for row in rows)


def rejected(connection: sqlite3.Connection) -> tuple[KeptRecord, ...]:
    """The records that the server refused, with reasons, in order of their numbers."""
    return tuple(map(facts.kept_record, connection.execute(_REJECTED).fetchall()))


def sync_state(connection: sqlite3.Connection) -> SyncState:
    """What the status line tells."""
    counts: dict[str, int] = dict(connection.execute(_COUNT).fetchall())
    return SyncState(
        unsent=counts.get(Delivery.UNSENT, 0),
        rejected=counts.get(Delivery.REJECTED, 0),
        last_success=_moment(connection, _LAST_SUCCESS),
        last_try=_moment(connection, _LAST_TRY),
        last_error=state.read(connection, _LAST_ERROR) or "",
        enrolment=state.enrolment(connection),
        is_other_machine=machine.was_noticed(connection),
    )


def note_try(connection: sqlite3.Connection, error: str | None, now: datetime) -> None:
    """Remember how the last round went; ``error`` is for people, None is success."""
    moment = str(values.seconds(now))
    state.keep(connection, _LAST_TRY, moment)
    state.keep(connection, _LAST_ERROR, error or "")
    if error is None:
        state.keep(connection, _LAST_SUCCESS, moment)


def apply_reply(
    connection: sqlite3.Connection, sent: tuple[Record, ...], reply: Reply
) -> frozenset[Change]:
    """Take in an answer; the same answer twice changes nothing more.

    Only what was sent counts as accepted or rejected, whatever the answer claims.
    """
    settled = settle(sent, reply)
    _set(connection, settled.accepted, Delivery.ACCEPTED, "")
    for record, reason in settled.rejected.items():
        _set(connection, {record}, Delivery.REJECTED, reason)
    _take_verdicts(connection, reply.verdicts)
    _take_news(connection, reply)
    return _changes(reply, bool(settled.accepted or settled.rejected))


def _set(connection: sqlite3.Connection, ids: Collection[UUID], new: Delivery, reason: str) -> None:
    connection.execute(_SET, (new, reason, values.id_list(ids)))


def _take_verdicts(connection: sqlite3.Connection, verdicts: Iterable[Verdict]) -> None:
    for verdict in verdicts:
        row = connection.execute(_BY_SEQ, (verdict.seq,)).fetchone()
        kept = facts.kept_record(row) if row else None
        if kept and kept.delivery is Delivery.ACCEPTED and _is_attempt(kept.record):
            connection.execute(_SCORE, (verdict.score, verdict.seq))


def _is_attempt(record: Record) -> bool:
    return isinstance(record.body, AttemptFinished)


def _take_news(connection: sqlite3.Connection, reply: Reply) -> None:
    people.take_roster(connection, reply.learners)
    people.take_aliases(connection, reply.aliases)
    if reply.learners or reply.aliases:
        people.carry_passwords(connection)
    facts.take_others(connection, reply.records)
    state.keep_cursor(connection, reply.cursor)


def _changes(reply: Reply, moved: bool) -> frozenset[Change]:
    changes = {Change.SYNC} if moved else set()
    if moved or reply.verdicts or reply.records or reply.aliases:
        changes.add(Change.RECORDS)
    if reply.learners or reply.aliases:
        changes.add(Change.LEARNERS)
    return frozenset(changes)


def _moment(connection: sqlite3.Connection, name: str) -> datetime | None:
    kept = state.read(connection, name)
    return values.moment(int(kept)) if kept else None
