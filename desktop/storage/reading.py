"""Where each learner stopped reading."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Select, select
from sqlalchemy.dialects.sqlite import insert

from desktop.storage.model import Place
from desktop.storage.tables import places

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID


def place(connection: Connection, ids: Iterable[UUID], lesson: str) -> Place | None:
    """Where the person stopped in this lesson, or None."""
    return _newest(connection, _of(ids).where(places.c.lesson == lesson))


def last_place(connection: Connection, ids: Iterable[UUID]) -> Place | None:
    """Where the person read last, or None; by order of keeping, since clocks are wrong."""
    return _newest(connection, _of(ids))


def keep_place(connection: Connection, learner: UUID, new: Place) -> None:
    """Keep the newest place in a lesson; the one before it goes."""
    row = insert(places).prefix_with("OR REPLACE")
    connection.execute(
        row.values(
            learner=learner,
            course=new.course,
            lesson=new.lesson,
            position=new.position,
            at=new.at,
        )
    )


def _of(ids: Iterable[UUID]) -> Select[Any]:
    return select(places).where(places.c.learner.in_(list(ids)))


def _newest(connection: Connection, query: Select[Any]) -> Place | None:
    row = connection.execute(query.order_by(places.c.turn.desc()).limit(1)).one_or_none()
    return Place(row.course, row.lesson, row.position, row.at) if row else None
