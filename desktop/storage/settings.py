"""Settings that windows and commands keep, by name."""

from __future__ import annotations

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from desktop.storage.tables import settings


def read(connection: Connection, key: str) -> str | None:
    """A setting, or None where it was never kept."""
    kept: str | None = connection.scalar(select(settings.c.value).where(settings.c.key == key))
    return kept


def keep(connection: Connection, key: str, value: str) -> None:
    """Keep a setting."""
    row = insert(settings).values(key=key, value=value)
    connection.execute(row.on_conflict_do_update(index_elements=["key"], set_={"value": value}))
