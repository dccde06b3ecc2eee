"""A parcel from its first byte to its reply."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nacl.signing import VerifyKey
from sqlalchemy.orm import Session

from lessons.exchange.envelope import (
    BadEnvelope,
    BadSignature,
    Envelope,
    digest,
    open_envelope,
    split,
)
from lessons.exchange.messages import Parcel, Rejection, Reply
from sync_server import feed
from sync_server.context import Context
from sync_server.database import ContendedError
from sync_server.errors import Refused
from sync_server.intake import devices
from sync_server.intake.arrivals import Arrival, Rejected, read_all
from sync_server.intake.keeping import NOTHING_KEPT, Kept, keep
from sync_server.intake.origin import Origin
from sync_server.intake.people import People, find
from sync_server.intake.registering import registrations
from sync_server.intake.reply import runs, tell
from sync_server.tables import DeviceRow
from sync_server.units import lock_units

if TYPE_CHECKING:
    from collections.abc import Sequence


MAX_RECORDS = 5000
"""Records of one parcel that are taken in; the PC sends the others again in its next round."""
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Round:
    """A parcel that is believed, its PC, and the mark by which the reply quotes its envelope."""

    context: Context
    session: Session
    device: DeviceRow
    parcel: Parcel
    quoted: str


def take_in(context: Context, data: bytes) -> Reply:
    """Take a signed parcel in and answer it. Sending it again is harmless.

    Raises:
        Refused: The parcel as a whole can't be believed or read, or its PC is not enrolled.
    """
    envelope, quoted = _split(data), digest(data)
    with context.database.reading() as session:
        device = devices.get_device(session, envelope.device)
        parcel = _open(envelope, device.key)
        if not parcel.records and not devices.has_news(device, parcel, context.clock()):
            return _reply(_Round(context, session, device, parcel, quoted))

    def take(session: Session) -> Reply:
        device = devices.get_device(session, envelope.device)
        return _take(_Round(context, session, device, parcel, quoted))

    return context.database.write(take)


def _split(data: bytes) -> Envelope:
    try:
        return split(data)
    except BadEnvelope as error:
        raise _bad_parcel() from error


def _open(envelope: Envelope, key: str) -> Parcel:
    try:
        return open_envelope(envelope, VerifyKey(bytes.fromhex(key)))
    except BadSignature as error:
        raise Refused(401, "bad-signature", "Tanda tangan perangkat tidak cocok.") from error
    except BadEnvelope as error:
        raise _bad_parcel() from error


def _bad_parcel() -> Refused:
    return Refused(400, "bad-parcel", "Kiriman rusak di perjalanan. Coba kirim lagi.")


def _take(round_: _Round) -> Reply:
    session, device, parcel = round_.session, round_.device, round_.parcel
    arrivals, unreadable = read_all(parcel.records[:MAX_RECORDS])
    people = _lock(session, device, arrivals)
    now = round_.context.clock()
    origin = Origin(device.unit, device.id, now, now - parcel.clock)
    kept = keep(session, round_.context.gradebook, origin, arrivals, people)
    rejected = (*unreadable, *kept.rejected)
    devices.note_parcel(session, device, parcel, origin)
    devices.note_numbers(session, device, kept.new, now)
    devices.note_rejected(session, device, rejected, now)
    session.flush()
    _log_parcel(origin, parcel, kept, rejected)
    return _reply(round_, kept, rejected)


def _lock(session: Session, device: DeviceRow, arrivals: Sequence[Arrival]) -> People:
    """Find whom the records name, holding the locks of all their units and of the PC's.

    Raises:
        ContendedError: The PC or a person moved to another unit before its lock was taken.
    """
    ids = {arrival.learner for arrival in arrivals}
    nips = {each.nip for each in registrations(arrivals)}
    units = {device.unit} | find(session, ids, nips).units()
    lock_units(session, units)
    people = find(session, ids, nips)
    session.refresh(device)
    if not {device.unit} | people.units() <= units:
        raise ContendedError
    return people


def _reply(round_: _Round, kept: Kept = NOTHING_KEPT, rejected: Sequence[Rejected] = ()) -> Reply:
    session, device = round_.session, round_.device
    with_codes = round_.context.settings.activation_codes
    page = feed.read_page(session, device.unit, device.id, round_.parcel.cursor)
    news = tell(session, device.unit, page, with_codes=with_codes)
    return Reply(
        parcel=round_.quoted,
        cursor=page.cursor,
        accepted=runs(each.seq for each in (*kept.new, *kept.again)),
        rejected=tuple(Rejection(each.index, each.reason, each.seq) for each in rejected),
        verdicts=news.verdicts,
        learners=news.learners,
        aliases=news.aliases,
        records=news.records,
        more=page.more,
    )


def _log_parcel(origin: Origin, parcel: Parcel, kept: Kept, rejected: Sequence[Rejected]) -> None:
    _log.info(
        "parcel taken in",
        extra={
            "device": str(origin.device),
            "unit": origin.unit,
            "records": len(parcel.records),
            "new": len(kept.new),
            "again": len(kept.again),
            "rejected": len(rejected),
        },
    )
