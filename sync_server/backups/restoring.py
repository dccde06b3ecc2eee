"""Restores a backup: all or nothing, and what was there before is put aside."""

from __future__ import annotations

import shutil
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sqlalchemy.engine import make_url
from sqlalchemy.exc import SQLAlchemyError

from lessons.packages.disk import in_words
from sync_server import folder_lock, settings, upgrades
from sync_server.backups import archive, exchange, postgres_copy, sqlite_copy
from sync_server.backups.form import NEWER, Kind
from sync_server.database import Database
from sync_server.errors import InputError, SetupError
from sync_server.units import fill_units
from sync_server.upgrades import State

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sync_server.backups.form import Manifest

_STAGE: Final = "restore-new"
_FORMER: Final = "former.dump"
_ASIDE: Final = "before-restore-%Y%m%d-%H%M%S"
_DATABASE: Final = "Basis data tidak dapat dibuka atau diperbarui ({})."
_UNUSABLE: Final = "Cadangan tidak dapat dipulihkan di {}: {}."
_UNFINISHED: Final = "Pemulihan belum selesai dan tidak dapat dilanjutkan: {}"
_OTHER_KIND: Final = (
    "Cadangan ini dari {}, sedangkan alamat basis datanya menunjuk {}. Sesuaikan "
    f"{settings.DATABASE_VARIABLE} atau kosongkan."
)
_ELSEWHERE: Final = "Hanya basis data SQLite di dalam folder data yang dapat dipulihkan, bukan {}."


@dataclass(frozen=True, slots=True)
class Restored:
    """What came back.

    Attributes:
        made: When the backup was made, in UTC.
        aside: The folder with the server that was there before; None where there was none.
    """

    made: datetime
    aside: Path | None


def restore(data: Path, file: Path, now: datetime) -> Restored:
    """Put the server of a backup in place of what the data folder holds.

    Raises:
        InputError: The backup is none, is damaged, or is from a newer program.
        SetupError: A server runs, or folder or database can't be used. In both cases the server
            is as it was.
    """
    settings.make_folder(data)
    aside = data / now.strftime(_ASIDE)
    try:
        with folder_lock.alone(data):
            _clear(data)
            stage = data / _STAGE
            stage.mkdir(mode=0o700)
            manifest = _prepare(data, file, stage)
            _set_former_aside(data, stage, manifest.database, aside)
            exchange.decide(data, stage, aside.name)
            _carry_out_or_undo(data)
    except OSError as error:
        raise SetupError(_UNUSABLE.format(data, in_words(error))) from error
    finally:
        shutil.rmtree(data / _STAGE, ignore_errors=True)
    return Restored(manifest.made, _if_used(aside))


def complete(data: Path) -> None:
    """Bring a restoration that was cut to its end; nothing to do is fine.

    Raises:
        SetupError: It goes on elsewhere, or can't go on.
    """
    if not exchange.is_pending(data):
        return
    try:
        with folder_lock.alone(data):
            _carry_out(data)
    except OSError as error:
        raise SetupError(_UNFINISHED.format(error)) from error


def _clear(data: Path) -> None:
    """Away with what a restoration that was cut has left, if it had been decided or not."""
    shutil.rmtree(data / _STAGE, ignore_errors=True)
    if (exchange.ready(data) / Kind.POSTGRESQL.value).exists():
        # This one replaces that one's database, and the server before both was dumped then.
        shutil.rmtree(exchange.ready(data))
    elif exchange.is_pending(data):
        exchange.carry_out(data)


def _prepare(data: Path, file: Path, stage: Path) -> Manifest:
    """The backup's files, checked, and an SQLite database in this program's form."""
    manifest = archive.unpack(file, stage)
    if upgrades.state_at(manifest.revision) is State.NEWER:
        raise InputError(NEWER.format(manifest.program))
    settings.load_secret(stage)
    _see_where_it_goes(data, stage, manifest.database)
    if manifest.database is Kind.SQLITE:
        database = stage / Kind.SQLITE.value
        sqlite_copy.check_and_close(database)
        _upgrade(f"sqlite:///{database}")
        sqlite_copy.check_and_close(database)
    return manifest


def _see_where_it_goes(data: Path, stage: Path, kind: Kind) -> None:
    url = make_url(settings.database_url(data, settings.load(stage)))
    found = Kind.SQLITE if url.get_backend_name() == "sqlite" else Kind.POSTGRESQL
    if found is not kind:
        raise SetupError(_OTHER_KIND.format(kind.name, found.name))
    if kind is Kind.SQLITE and url.database != str((data / kind.value).resolve()):
        raise SetupError(_ELSEWHERE.format(url.database))


def _set_former_aside(data: Path, stage: Path, kind: Kind, aside: Path) -> None:
    """A dump of PostgreSQL's tables as they are; files are moved later."""
    url = settings.database_url(data, settings.load(stage))
    if kind is Kind.POSTGRESQL and not _is_empty(url):
        former = stage / _FORMER
        postgres_copy.dump_database(url, former)
        aside.mkdir(mode=0o700)
        former.replace(aside / kind.value)


def _carry_out_or_undo(data: Path) -> None:
    try:
        _carry_out(data)
    except SetupError:
        shutil.rmtree(exchange.ready(data))
        raise


def _carry_out(data: Path) -> None:
    incoming = exchange.ready(data)
    dump = incoming / Kind.POSTGRESQL.value
    if dump.exists():
        url = settings.database_url(data, settings.load(incoming))
        _load(url, dump)
        try:
            _upgrade(url)
        except SetupError:
            _bring_back(url, exchange.aside(data) / dump.name)
            raise
        dump.unlink()
    exchange.carry_out(data)


def _bring_back(url: str, former: Path) -> None:
    if former.exists():
        _load(url, former)


def _load(url: str, dump: Path) -> None:
    with _reached(url) as database:
        postgres_copy.load_database(database, url, dump)


def _upgrade(url: str) -> None:
    with _reached(url) as database:
        upgrades.upgrade(database)
        database.write(fill_units)


def _is_empty(url: str) -> bool:
    with _reached(url) as database:
        return upgrades.revision_of(database) is None


@contextmanager
def _reached(url: str) -> Iterator[Database]:
    try:
        with closing(Database(url)) as database:
            yield database
    except SQLAlchemyError as error:
        raise SetupError(_DATABASE.format(type(error).__name__)) from error


def _if_used(aside: Path) -> Path | None:
    if any(aside.iterdir()):
        return aside
    aside.rmdir()
    return None
