"""The tables as queries see them; :mod:`desktop.storage.upgrades` makes them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Column, Float, Integer, MetaData, Table, Text, TypeDecorator, Uuid
from sqlalchemy.types import Boolean

metadata = MetaData()


class Moment(TypeDecorator[datetime]):
    """An aware moment, kept as whole seconds since 1970 (UTC)."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Any) -> int | None:  # noqa: ANN401
        """To whole seconds."""
        return None if value is None else int(value.timestamp())

    def process_result_value(self, value: int | None, dialect: Any) -> datetime | None:  # noqa: ANN401
        """Back to UTC."""
        return None if value is None else datetime.fromtimestamp(value, UTC)


_uuid = Uuid(native_uuid=False)
_flag = Boolean(create_constraint=False)

state = Table("state", metadata, Column("name", Text, primary_key=True), Column("value", Text))
settings = Table("settings", metadata, Column("key", Text, primary_key=True), Column("value", Text))
learners = Table(
    "learners",
    metadata,
    Column("id", _uuid, primary_key=True),
    Column("name", Text),
    Column("nip", Text),
    Column("status", Text),
    Column("activation", Text),
    Column("active", _flag),
    Column("verified", _flag),
)
aliases = Table(
    "aliases", metadata, Column("local", _uuid, primary_key=True), Column("target", _uuid)
)
passwords = Table(
    "passwords", metadata, Column("learner", _uuid, primary_key=True), Column("hash", Text)
)
tries = Table(
    "tries",
    metadata,
    Column("learner", _uuid, primary_key=True),
    Column("wrong", Integer),
    Column("wait_until", Moment),
)
records = Table(
    "records",
    metadata,
    Column("id", _uuid, primary_key=True),
    Column("learner", _uuid),
    Column("device", _uuid),
    Column("seq", Integer),
    Column("at", Moment),
    Column("body", Text),
)
deliveries = Table(
    "deliveries",
    metadata,
    Column("record", _uuid, primary_key=True),
    Column("seq", Integer),
    Column("state", Text),
    Column("reason", Text),
    Column("score", Integer),
)
drafts = Table(
    "drafts",
    metadata,
    Column("turn", Integer, primary_key=True),
    Column("id", _uuid),
    Column("learner", _uuid),
    Column("course", Text),
    Column("version", Integer),
    Column("quiz", Text),
    Column("revision", Text),
    Column("seed", Integer),
    Column("answers", Text),
    Column("current", Text),
    Column("seconds", Integer),
    Column("superseded", _flag),
)
places = Table(
    "places",
    metadata,
    Column("turn", Integer, primary_key=True),
    Column("learner", _uuid),
    Column("course", Text),
    Column("lesson", Text),
    Column("position", Float),
    Column("at", Moment),
)
