"""The PCs: when they were heard of, what they still owe, and what is odd about them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import func, literal, select, union

from sync_server.tables import DeviceFlagRow, DeviceRow, RecordRow, RefusedRow

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from sqlalchemy.orm import Session

MOST_GAPS = 20


@dataclass(frozen=True, slots=True)
class DeviceLine:
    """A PC.

    Attributes:
        unit: Code of its unit.
        clock_offset: Server minus PC in seconds, at the last parcel.
        missing: Runs of record numbers that the PC has made and the server has not seen.
        refused: How many of its records were refused.
        flags: What an admin should look at: ``seq-twice``, ``machine``, ``clock``, ``id-reused``.
    """

    id: UUID
    name: str
    unit: str
    app: str
    seen_at: datetime | None
    revoked_at: datetime | None
    clock_offset: int
    received: int
    missing: tuple[tuple[int, int], ...]
    refused: int
    flags: tuple[str, ...]


def devices_of(session: Session, units: Collection[str]) -> tuple[DeviceLine, ...]:
    """The PCs of these units, in order of unit and name."""
    rows = session.scalars(
        select(DeviceRow)
        .where(DeviceRow.unit.in_(units))
        .order_by(DeviceRow.unit, DeviceRow.name, DeviceRow.id)
    ).all()
    refused = _refused(session)
    flags = _flags(session)
    return tuple(_line(session, row, refused.get(row.id, 0), flags.get(row.id, ())) for row in rows)


def missing_numbers(session: Session, device: UUID, last: int) -> tuple[tuple[int, int], ...]:
    """The first runs of numbers from 1 to ``last`` that neither came in nor were refused."""
    seen = union(
        select(RecordRow.seq.label("seq")).where(RecordRow.device == device),
        select(RefusedRow.seq.label("seq")).where(RefusedRow.device == device),
        select(literal(0).label("seq")),
        select(literal(last + 1).label("seq")),
    ).subquery()
    pairs = select(
        seen.c.seq, func.lead(seen.c.seq).over(order_by=seen.c.seq).label("following")
    ).subquery()
    rows = session.execute(
        select(pairs.c.seq, pairs.c.following)
        .where(pairs.c.following > pairs.c.seq + 1, pairs.c.following <= last + 1)
        .order_by(pairs.c.seq)
        .limit(MOST_GAPS)
    )
    return tuple((before + 1, following - 1) for before, following in rows)


def _line(session: Session, row: DeviceRow, refused: int, flags: Sequence[str]) -> DeviceLine:
    complete = row.received >= row.last
    return DeviceLine(
        id=row.id,
        name=row.name,
        unit=row.unit,
        app=row.app,
        seen_at=row.seen_at,
        revoked_at=row.revoked_at,
        clock_offset=row.clock_offset,
        received=row.received,
        missing=() if complete else missing_numbers(session, row.id, row.last),
        refused=refused,
        flags=tuple(flags),
    )


def _refused(session: Session) -> dict[UUID, int]:
    counted = select(RefusedRow.device, func.count()).group_by(RefusedRow.device)
    return dict(session.execute(counted).all())


def _flags(session: Session) -> dict[UUID, list[str]]:
    flags: dict[UUID, list[str]] = {}
    rows = session.execute(
        select(DeviceFlagRow.device, DeviceFlagRow.flag).order_by(DeviceFlagRow.flag)
    )
    for device, flag in rows:
        flags.setdefault(device, []).append(flag)
    return flags
