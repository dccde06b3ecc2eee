"""Opens a server's data folder: settings, secret, database and courses become one context."""

from __future__ import annotations

from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy.exc import SQLAlchemyError

from lessons.cache import CourseCache
from lessons.catalogue import Catalogue, bundled_root, load_catalogue
from lessons.program import program_version
from sync_server import settings, upgrades
from sync_server.backups.restoring import complete
from sync_server.context import Context
from sync_server.courses import joined, load_courses
from sync_server.database import Database
from sync_server.errors import SetupError
from sync_server.folder_lock import shared
from sync_server.gradebook import Gradebook
from sync_server.program_updates import FOLDER as UPDATES
from sync_server.units import fill_units
from sync_server.upgrades import State

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from sync_server.settings import Settings

_NOT_READY = {
    State.EMPTY: "Basis data masih kosong. Jalankan: bina-asn-server init",
    State.OLD: "Basis data perlu diperbarui. Cadangkan, lalu jalankan: bina-asn-server init",
    State.NEWER: "Basis data berasal dari versi program yang lebih baru. Perbarui program ini.",
}


def initialise(folder: Path, wanted: Settings, random_bytes: Callable[[int], bytes]) -> None:
    """Make a data folder ready, or bring it to this program's version; nothing there is lost.

    Raises:
        SetupError: The folder or the database can't be used, or is from a newer program.
    """
    settings.initialise(folder, wanted, random_bytes)
    database = Database(settings.database_url(folder, wanted))
    try:
        if _state(database) is State.NEWER:
            raise SetupError(_NOT_READY[State.NEWER])
        upgrades.upgrade(database)
        database.write(fill_units)
    except SQLAlchemyError as error:
        raise SetupError(f"Basis data tidak dapat disiapkan ({type(error).__name__}).") from error
    finally:
        database.close()


@contextmanager
def working_in(folder: Path) -> Iterator[None]:
    """Work with a data folder beside others, after a restoration that was cut is at its end.

    Raises:
        SetupError: It is being restored, or that can't be ended.
    """
    complete(folder)
    with shared(folder):
        yield


def open_context(
    folder: Path, clock: Callable[[], datetime], random_bytes: Callable[[int], bytes]
) -> Context:
    """Open a data folder.

    Raises:
        SetupError: It is not initialised, needs an upgrade, or its database can't be reached.
    """
    kept = settings.load(folder)
    secret = settings.load_secret(folder)
    database = Database(settings.database_url(folder, kept))
    state = _state(database)
    if state is not State.CURRENT:
        raise SetupError(_NOT_READY[state])
    gradebook = Gradebook(catalogue_of(folder, kept).courses)
    updates = folder.resolve() / UPDATES
    return Context(kept, secret, database, gradebook, clock, random_bytes, updates)


def is_empty(folder: Path) -> bool:
    """Whether the database of an initialised folder has no tables yet.

    Raises:
        SetupError: It can't be reached.
    """
    with closing(Database(settings.database_url(folder, settings.load(folder)))) as database:
        return _state(database) is State.EMPTY


def catalogue_of(folder: Path, kept: Settings) -> Catalogue:
    """The courses that the server grades by, and those that are left out with their reasons."""
    cache = CourseCache(folder / "cache", program_version())
    bundled = load_catalogue(bundled_root(), cache)
    if not kept.courses:
        return bundled
    return joined(load_courses(Path(kept.courses), kept.trusted_keys, cache), bundled)


def _state(database: Database) -> State:
    try:
        return upgrades.state_of(database)
    except SQLAlchemyError as error:
        raise SetupError(f"Basis data tidak dapat dibuka ({type(error).__name__}).") from error
