"""The people of this office, and who is who."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from desktop.storage.errors import LearnerUnknown, NipRefused, NipTaken
from desktop.storage.model import Learner
from lessons.people import BadNip, clean, normalise_nip
from lessons.records import LearnerRegistered

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Container, Iterable, Mapping

    from lessons.exchange.messages import RosterEntry

_LONGEST_NAME = 200
_LEARNERS = """
    SELECT *, EXISTS (SELECT 1 FROM passwords WHERE learner = learners.id) AS has_password
    FROM learners"""
_LEARNER = f"{_LEARNERS} WHERE id = ?"
_IDS = "SELECT id FROM learners"
_ACTIVATION = "SELECT activation FROM learners WHERE id = ?"
_REGISTER = """
    INSERT INTO learners (id, name, nip, status, activation, active, verified)
    VALUES (?, ?, ?, '', '', 1, 0)"""
_TAKE = """
    INSERT INTO learners (id, name, nip, status, activation, active, verified)
    VALUES (?, ?, ?, ?, ?, ?, 1)
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, nip = excluded.nip,
        status = excluded.status, activation = excluded.activation,
        active = excluded.active, verified = 1"""
_LINKS = "SELECT local, target FROM aliases"
_JOIN = """
    INSERT INTO aliases (local, target) VALUES (?, ?)
    ON CONFLICT (local) DO UPDATE SET target = excluded.target"""
_PART = "DELETE FROM aliases WHERE local = ?"
_CARRY = """
    INSERT INTO passwords (learner, hash)
    SELECT aliases.target, passwords.hash FROM aliases
    JOIN passwords ON passwords.learner = aliases.local
    JOIN learners ON learners.id = aliases.target
    WHERE learners.activation = ''
    ON CONFLICT DO NOTHING"""


def visible(connection: sqlite3.Connection) -> tuple[Learner, ...]:
    """Active people by name; somebody known under two ids stands here once."""
    rows = connection.execute(_LEARNERS).fetchall()
    links, known = _links(connection), {UUID(row["id"]) for row in rows}
    active = [_learner(row) for row in rows if row["active"]]
    shown = [who for who in active if last_known(links, known, who.id) == who.id]
    return tuple(sorted(shown, key=lambda who: (who.name.casefold(), who.nip)))


def person(connection: sqlite3.Connection, learner: UUID) -> Learner:
    """The person behind an id, also behind one that was joined to another.

    Raises:
        LearnerUnknown: No such id on this PC.
    """
    row = connection.execute(_LEARNER, (known_as(connection, learner).hex,)).fetchone()
    if row is None:
        raise LearnerUnknown
    return _learner(row)


def known_as(connection: sqlite3.Connection, learner: UUID) -> UUID:
    """The id under which a person is shown: the last of the aliases that is on this PC."""
    known = {UUID(row["id"]) for row in connection.execute(_IDS)}
    return last_known(_links(connection), known, learner)


def ids_of(connection: sqlite3.Connection, learner: UUID) -> tuple[UUID, ...]:
    """Every id under which the same person has worked."""
    links = _links(connection)
    end = follow(links, learner)[-1]
    return tuple({learner, end, *(local for local in links if follow(links, local)[-1] == end)})


def follow(links: Mapping[UUID, UUID], learner: UUID) -> list[UUID]:
    """An id and those it was joined to, one after the other; ``links`` hold no ring."""
    chain = [learner]
    while following := links.get(chain[-1]):
        chain.append(following)
    return chain


def last_known(links: Mapping[UUID, UUID], known: Container[UUID], learner: UUID) -> UUID:
    """The last id of the chain that is known; the id itself where none is."""
    return next((each for each in reversed(follow(links, learner)) if each in known), learner)


def activation_hash(connection: sqlite3.Connection, learner: UUID) -> str:
    """The hash of the activation code; empty where none is asked for."""
    row = connection.execute(_ACTIVATION, (learner.hex,)).fetchone()
    return row["activation"] if row else ""


def register(
    connection: sqlite3.Connection, learner: UUID, name: str, nip: str
) -> LearnerRegistered:
    """Add somebody who is not on the list and waits for the server to verify.

    Returns:
        What becomes a record.

    Raises:
        NipRefused: Not 18 digits, or no name.
        NipTaken: The list shows this NIP already.
    """
    body = _registration(name, nip)
    if any(who.nip == body.nip for who in visible(connection)):
        raise NipTaken
    connection.execute(_REGISTER, (learner.hex, body.name, body.nip))
    return body


def take_roster(connection: sqlite3.Connection, entries: Iterable[RosterEntry]) -> None:
    """Add or renew people as the server knows them."""
    for entry in entries:
        who = (entry.id.hex, entry.name, entry.nip, entry.status)
        connection.execute(_TAKE, (*who, entry.activation, entry.active))


def take_aliases(connection: sqlite3.Connection, pairs: Iterable[tuple[UUID, UUID]]) -> None:
    """Join ids to the roster's; nothing is rewritten, records keep their ids.

    The newest word counts: where two ids would point at each other, the older alias goes.
    """
    for local, target in pairs:
        if local in follow(_links(connection), target):
            connection.execute(_PART, (target.hex,))
        if local != target:
            connection.execute(_JOIN, (local.hex, target.hex))


def carry_passwords(connection: sqlite3.Connection) -> None:
    """Let joined people keep the password they chose, where no activation code is asked for.

    Where codes are in use, whoever registered under a colleague's NIP must not come into the
    colleague's account: there the first sign-in asks for the printed code.
    """
    connection.execute(_CARRY)


def _registration(name: str, nip: str) -> LearnerRegistered:
    shown = clean(name)
    if not 0 < len(shown) <= _LONGEST_NAME:
        raise NipRefused(f"Isi nama Anda, paling banyak {_LONGEST_NAME} huruf.")
    try:
        return LearnerRegistered(name=shown, nip=normalise_nip(nip))
    except BadNip as error:
        raise NipRefused(error.message) from error


def _links(connection: sqlite3.Connection) -> dict[UUID, UUID]:
    rows = connection.execute(_LINKS)
    return {UUID(row["local"]): UUID(row["target"]) for row in rows}


def _learner(row: sqlite3.Row) -> Learner:
    return Learner(
        id=UUID(row["id"]),
        name=row["name"],
        nip=row["nip"],
        status=row["status"],
        has_password=bool(row["has_password"]),
        needs_code=bool(row["activation"]) and not row["has_password"],
        verified=bool(row["verified"]),
    )
