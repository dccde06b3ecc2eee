"""What a parcel tells about the PC itself, and what is odd about it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from lessons.people import clean
from sync_server.database import insert_new
from sync_server.errors import Refused, device_revoked
from sync_server.intake.arrivals import ID_REUSED, Arrival, Rejected
from sync_server.intake.known import taken_numbers
from sync_server.tables import DeviceFlagRow, DeviceRow, RefusedRow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from sqlalchemy.orm import Session

    from lessons.exchange.messages import Parcel
    from sync_server.intake.origin import Origin

SEEN_EVERY = timedelta(minutes=1)
"""An idle PC's last-seen time is written at most this often."""
MAX_SEQ = 2**53 - 1
KEPT_BYTES = 64 * 1024
"""So much of a refused record is kept to look at."""
SEQ_TWICE, OTHER_MACHINE, CLOCK_WRONG = "seq-twice", "machine", "clock"


def get_device(session: Session, device: UUID) -> DeviceRow:
    """The PC that sent a parcel.

    Raises:
        Refused: It never enrolled here, or an admin has revoked it.
    """
    row = session.get(DeviceRow, device)
    if row is None:
        raise Refused(
            404, "device-unknown", "Perangkat ini belum terdaftar. Daftarkan dengan kode baru."
        )
    if row.revoked_at is not None:
        raise device_revoked()
    return row


def has_news(device: DeviceRow, parcel: Parcel, now: datetime) -> bool:
    """Whether a parcel without records still tells something worth a write."""
    return (
        device.seen_at is None
        or now - device.seen_at >= SEEN_EVERY
        or parcel.last > device.last
        or (clean(parcel.machine), clean(parcel.app)) != (device.machine, device.app)
    )


def note_parcel(session: Session, device: DeviceRow, parcel: Parcel, origin: Origin) -> None:
    """Keep when the PC was heard of, by which program, and how its clock goes."""
    device.seen_at = origin.now
    device.app = clean(parcel.app)
    device.last = max(device.last, min(parcel.last, MAX_SEQ))
    device.clock_offset = int(origin.offset.total_seconds())
    if origin.doubtful:
        flag(session, device.id, CLOCK_WRONG, origin.now)
    if clean(parcel.machine) != device.machine:
        flag(session, device.id, OTHER_MACHINE, origin.now)


def note_numbers(
    session: Session, device: DeviceRow, new: Sequence[Arrival], now: datetime
) -> None:
    """Count the numbers of new records; one that was taken tells of a clone or a restore."""
    if not new:
        return
    distinct = {arrival.seq for arrival in new}
    behind = [arrival for arrival in new if arrival.seq <= device.highest]
    taken = taken_numbers(session, device.id, behind) if behind else set()
    if taken or len(distinct) < len(new):
        flag(session, device.id, SEQ_TWICE, now)
    device.received += len(distinct - taken)
    device.highest = max(device.highest, *distinct)


def note_rejected(
    session: Session, device: DeviceRow, rejected: Sequence[Rejected], now: datetime
) -> None:
    """Keep rejected records for an admin to look at; the same one again changes nothing."""
    if any(each.reason == ID_REUSED for each in rejected):
        flag(session, device.id, ID_REUSED, now)
    rows = {each.digest: _refused(device.id, each, now) for each in rejected}
    insert_new(session, RefusedRow, list(rows.values()))


def _refused(device: UUID, rejected: Rejected, now: datetime) -> dict[str, Any]:
    return {
        "device": device,
        "digest": rejected.digest,
        "seq": rejected.seq,
        "reason": rejected.reason,
        "received_at": now,
        "content": rejected.content[:KEPT_BYTES],
    }


def flag(session: Session, device: UUID, flag: str, now: datetime) -> None:
    """Mark a PC for an admin's attention; the first time stays."""
    insert_new(session, DeviceFlagRow, [{"device": device, "flag": flag, "since": now}])
