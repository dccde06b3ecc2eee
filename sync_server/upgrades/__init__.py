"""Numbered upgrades of the server's database (Alembic), run from code."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

if TYPE_CHECKING:
    from sync_server.database import Database


class State(Enum):
    """How a database stands to this program."""

    EMPTY = "empty"
    OLD = "old"
    CURRENT = "current"
    NEWER = "newer"


def state_of(database: Database) -> State:
    """Whether the database is ready for this program.

    Raises:
        sqlalchemy.exc.SQLAlchemyError: The database can't be reached or read.
    """
    found = revision_of(database)
    return State.EMPTY if found is None else state_at(found)


def revision_of(database: Database) -> str | None:
    """The last step that the database has taken; None when it is empty.

    Raises:
        sqlalchemy.exc.SQLAlchemyError: The database can't be reached or read.
    """
    with database.engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def state_at(revision: str) -> State:
    """How a database whose last step is this one stands to this program."""
    scripts = ScriptDirectory.from_config(_config())
    if revision == scripts.get_current_head():
        return State.CURRENT
    known = {script.revision for script in scripts.walk_revisions()}
    return State.OLD if revision in known else State.NEWER


def upgrade(database: Database, step: str = "head") -> None:
    """Bring the database to this program's version, all steps or none.

    Args:
        step: To go no further than this step, such as ``0001``.

    Raises:
        sqlalchemy.exc.SQLAlchemyError: A step failed; the database is as it was.
    """
    config = _config()
    with database.engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, step)


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config
