"""Makes a backup while the server runs."""

from __future__ import annotations

import shutil
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sqlalchemy.engine import make_url
from sqlalchemy.exc import SQLAlchemyError

from lessons.packages.disk import in_words
from lessons.program import program_version
from sync_server import settings, upgrades
from sync_server.backups import archive, postgres_copy, sqlite_copy
from sync_server.backups.form import FORM, PATTERN, SMALL, Kind, Manifest, file_name
from sync_server.database import Database
from sync_server.errors import SetupError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

SYSTEM_FOLDER: Final = Path("/var/backups/bina-asn-server")
_STAGE: Final = ".backup-new"
_EMPTY: Final = "Belum ada yang dapat dicadangkan: basis data masih kosong."
_UNREACHABLE: Final = "Basis data tidak dapat dibuka ({})."
_UNWRITABLE: Final = "Cadangan tidak dapat ditulis di {}: {}."


def usual_folder(data: Path) -> Path:
    """Where backups of a data folder go unless told: the system's folder for the system's data."""
    return SYSTEM_FOLDER if data == settings.SYSTEM_FOLDER else data / "backups"


def make_backup(data: Path, to: Path, made: datetime) -> Path:
    """Back a server up into one new file of the folder ``to``; returns the file.

    Raises:
        SetupError: There is no server, its database is empty, damaged or out of reach, or the
            file can't be written; no file is left behind.
    """
    url = settings.database_url(data, settings.load(data))
    revision = _revision(url)
    try:
        with _stage(to) as stage:
            manifest = _gather(data, stage, made, url, revision)
            target = to / file_name(made)
            archive.pack(stage, manifest, target)
    except OSError as error:
        raise SetupError(_UNWRITABLE.format(to, in_words(error))) from error
    return target


def keep_newest(folder: Path, count: int) -> None:
    """Remove all backups of a folder but the newest; whatever else lies there stays."""
    backups = sorted(folder.glob(PATTERN), reverse=True)
    for file in backups[count:]:
        file.unlink()


@contextmanager
def _stage(to: Path) -> Iterator[Path]:
    """A private folder on the target's disk, without what a backup that was cut left there."""
    stage = to / _STAGE
    to.mkdir(mode=0o700, parents=True, exist_ok=True)
    shutil.rmtree(stage, ignore_errors=True)
    stage.mkdir(mode=0o700)
    try:
        yield stage
    finally:
        shutil.rmtree(stage)


def _gather(data: Path, stage: Path, made: datetime, url: str, revision: str) -> Manifest:
    kind = _dump(url, stage)
    for name in SMALL:
        (stage / name).write_bytes((data / name).read_bytes())
    return Manifest(
        form=FORM,
        program=program_version(),
        made=made,
        revision=revision,
        database=kind,
        files={name: archive.digest(stage / name) for name in (*SMALL, kind.value)},
    )


def _dump(url: str, stage: Path) -> Kind:
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        sqlite_copy.copy_database(Path(parsed.database or ""), stage / Kind.SQLITE.value)
        return Kind.SQLITE
    postgres_copy.dump_database(url, stage / Kind.POSTGRESQL.value)
    return Kind.POSTGRESQL


def _revision(url: str) -> str:
    try:
        with closing(Database(url)) as database:
            revision = upgrades.revision_of(database)
    except SQLAlchemyError as error:
        raise SetupError(_UNREACHABLE.format(type(error).__name__)) from error
    if revision is None:
        raise SetupError(_EMPTY)
    return revision
