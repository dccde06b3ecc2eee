"""The people of this office, and who is who."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Row, Select, exists, select
from sqlalchemy.dialects.sqlite import insert

from desktop.storage.errors import LearnerUnknown, NipRefused, NipTaken
from desktop.storage.model import Learner
from desktop.storage.tables import aliases, learners, passwords
from lessons.people import BadNip, clean, normalise_nip
from lessons.records import LearnerRegistered

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping
    from uuid import UUID

    from lessons.exchange.messages import RosterEntry

_LONGEST_NAME = 200


def visible(connection: Connection) -> tuple[Learner, ...]:
    """Active people by name; somebody known under two ids stands here once."""
    rows = connection.execute(_learners()).all()
    links, known = _links(connection), {row.id for row in rows}
    shown = [row for row in rows if row.active and last_known(links, known, row.id) == row.id]
    return tuple(sorted(map(_learner, shown), key=lambda who: (who.name.casefold(), who.nip)))


def person(connection: Connection, learner: UUID) -> Learner:
    """The person behind an id, also behind one that was joined to another.

    Raises:
        LearnerUnknown: No such id on this PC.
    """
    row = connection.execute(
        _learners().where(learners.c.id == known_as(connection, learner))
    ).one_or_none()
    if row is None:
        raise LearnerUnknown
    return _learner(row)


def known_as(connection: Connection, learner: UUID) -> UUID:
    """The id under which a person is shown: the last of the aliases that is on this PC."""
    known = set(connection.scalars(select(learners.c.id)))
    return last_known(_links(connection), known, learner)


def ids_of(connection: Connection, learner: UUID) -> tuple[UUID, ...]:
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


def activation_hash(connection: Connection, learner: UUID) -> str:
    """The hash of the activation code; empty where none is asked for."""
    found = connection.scalar(select(learners.c.activation).where(learners.c.id == learner))
    return found or ""


def register(connection: Connection, learner: UUID, name: str, nip: str) -> LearnerRegistered:
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
    fields = {"name": body.name, "nip": body.nip, "status": "", "activation": ""}
    row = learners.insert().values(id=learner, active=True, verified=False, **fields)
    connection.execute(row)
    return body


def take_roster(connection: Connection, entries: Iterable[RosterEntry]) -> None:
    """Add or renew people as the server knows them."""
    for entry in entries:
        fields = {
            "name": entry.name,
            "nip": entry.nip,
            "status": entry.status,
            "activation": entry.activation,
            "active": entry.active,
            "verified": True,
        }
        row = insert(learners).values(id=entry.id, **fields)
        connection.execute(row.on_conflict_do_update(index_elements=["id"], set_=fields))


def take_aliases(connection: Connection, pairs: Iterable[tuple[UUID, UUID]]) -> None:
    """Join ids to the roster's; nothing is rewritten, records keep their ids.

    The newest word counts: where two ids would point at each other, the older alias goes.
    """
    for local, target in pairs:
        if local in follow(_links(connection), target):
            connection.execute(aliases.delete().where(aliases.c.local == target))
        if local != target:
            _join(connection, local, target)


def carry_passwords(connection: Connection) -> None:
    """Let joined people keep the password they chose, where no activation code is asked for.

    Where codes are in use, whoever registered under a colleague's NIP must not come into the
    colleague's account: there the first sign-in asks for the printed code.
    """
    chosen = (
        select(aliases.c.target, passwords.c.hash)
        .join(passwords, passwords.c.learner == aliases.c.local)
        .join(learners, learners.c.id == aliases.c.target)
        .where(learners.c.activation == "")
    )
    row = insert(passwords).from_select(["learner", "hash"], chosen)
    connection.execute(row.on_conflict_do_nothing())


def _registration(name: str, nip: str) -> LearnerRegistered:
    shown = clean(name)
    if not 0 < len(shown) <= _LONGEST_NAME:
        raise NipRefused(f"Isi nama Anda, paling banyak {_LONGEST_NAME} huruf.")
    try:
        return LearnerRegistered(name=shown, nip=normalise_nip(nip))
    except BadNip as error:
        raise NipRefused(error.message) from error


def _join(connection: Connection, local: UUID, target: UUID) -> None:
    row = insert(aliases).values(local=local, target=target)
    same = row.on_conflict_do_update(index_elements=["local"], set_={"target": target})
    connection.execute(same)


def _links(connection: Connection) -> dict[UUID, UUID]:
    pairs = connection.execute(select(aliases.c.local, aliases.c.target)).all()
    return dict(pairs)


def _learners() -> Select[Any]:
    secured = exists().where(passwords.c.learner == learners.c.id)
    return select(learners, secured.label("has_password"))


def _learner(row: Row[Any]) -> Learner:
    return Learner(
        id=row.id,
        name=row.name,
        nip=row.nip,
        status=row.status,
        has_password=row.has_password,
        needs_code=bool(row.activation) and not row.has_password,
        verified=row.verified,
    )
