"""A roster file comes in: people by NIP, in one transaction, as often as one likes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import select

from sync_server import feed, memberships
from sync_server.codes import activation_hash
from sync_server.roster.applying import Applying, Change, Newcomer
from sync_server.roster.columns import find_table
from sync_server.roster.entries import Entry, RefusedLine, check_lines
from sync_server.roster.table_file import read_tables
from sync_server.roster.unit_names import UnitNames
from sync_server.tables import LearnerRow
from sync_server.units import all_units, lock_units

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from sqlalchemy.orm import Session

    from sync_server.context import Context


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did: people new, changed and unchanged, and the lines it refused."""

    new: int
    changed: int
    unchanged: int
    refused: tuple[RefusedLine, ...]


@dataclass(frozen=True, slots=True)
class _Known:
    person: LearnerRow | None
    newcomers: Mapping[str, Newcomer]
    homes: Mapping[UUID, str]


def import_roster(context: Context, path: Path) -> ImportReport:
    """Take a roster in; bad lines are refused one by one, the good ones come in.

    Nobody is removed by being absent: a file may hold a single office.

    Raises:
        InputError: The file as a whole can't be used; nothing has changed.
    """
    columns, lines = find_table(read_tables(path))
    with context.database.reading() as session:
        units = all_units(session)
        entries, refused = check_lines(lines, columns, UnitNames(units))
        newcomers = _newcomers(context, entries, _people(session, entries))
    changes = context.database.write(
        lambda session: _apply_all(
            context, session, entries, newcomers, [unit.code for unit in units]
        )
    )
    counts = Counter(changes)
    return ImportReport(
        counts[Change.NEW], counts[Change.CHANGED], counts[Change.UNCHANGED], tuple(refused)
    )


def _people(session: Session, entries: Sequence[Entry]) -> dict[str, LearnerRow]:
    nips = [entry.nip for entry in entries]
    rows = session.scalars(select(LearnerRow).where(LearnerRow.nip.in_(nips)))
    return {row.nip: row for row in rows}


def _newcomers(
    context: Context, entries: Sequence[Entry], people: Mapping[str, LearnerRow]
) -> dict[str, Newcomer]:
    """Hash the activation codes before the transaction, since that takes a while."""
    fresh = [
        (entry.nip, known.id if known else context.new_id())
        for entry in entries
        if (known := people.get(entry.nip)) is None or not known.verified
    ]
    return {nip: Newcomer(person, activation_hash(context.secret, person)) for nip, person in fresh}


def _apply_all(
    context: Context,
    session: Session,
    entries: Sequence[Entry],
    newcomers: Mapping[str, Newcomer],
    units: Sequence[str],
) -> list[Change]:
    lock_units(session, units)
    people = _people(session, entries)
    homes = memberships.homes_of(session, [person.id for person in people.values()])
    applying = Applying(session, context.clock())
    changes = [
        _apply(context, applying, entry, _Known(people.get(entry.nip), newcomers, homes))
        for entry in entries
    ]
    feed.publish_all(session, applying.news)
    return changes


def _apply(context: Context, applying: Applying, entry: Entry, known: _Known) -> Change:
    person = known.person
    if person is None:
        return applying.add(entry, known.newcomers[entry.nip])
    home = known.homes.get(person.id)
    if person.verified:
        return applying.update(entry, person, home)
    prepared = known.newcomers.get(entry.nip)
    if prepared is None or prepared.id != person.id:
        # The person registered on a PC while the codes were being hashed.
        prepared = Newcomer(person.id, activation_hash(context.secret, person.id))
    return applying.verify(entry, person, home, prepared)
