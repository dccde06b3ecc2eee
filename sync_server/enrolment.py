"""Enrolment: a PC joins a unit by a code that an admin has given out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import select, update

from lessons.exchange.codes import make_code
from lessons.exchange.messages import EnrolAnswer, EnrolRequest, Office, Offices
from lessons.people import clean
from sync_server.codes import enrolment_digest
from sync_server.errors import InputError, Refused, device_revoked
from sync_server.tables import DeviceRow, EnrolmentCodeRow
from sync_server.units import Unit, all_units, require_unit, units_within

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session

    from sync_server.context import Context

MAX_USES = 1000
MAX_DAYS = 366


def make_enrolment_code(
    context: Context, session: Session, unit: str, uses: int, days: int
) -> tuple[str, datetime]:
    """A new code for a unit, and until when it holds; it is shown once and never kept.

    Raises:
        InputError: No such unit, or uses or days out of range.
    """
    if not (1 <= uses <= MAX_USES and 1 <= days <= MAX_DAYS):
        raise InputError(
            f"Kode dapat berlaku untuk 1–{MAX_USES} perangkat, selama 1–{MAX_DAYS} hari."
        )
    require_unit(session, unit)
    code = make_code(context.random_bytes)
    now = context.clock()
    row = EnrolmentCodeRow(
        digest=enrolment_digest(context.secret, code),
        unit=unit,
        uses=uses,
        used=0,
        created_at=now,
        expires_at=now + timedelta(days=days),
    )
    session.add(row)
    return code, row.expires_at


@dataclass(frozen=True, slots=True)
class KeptCode:
    """A code that was given out, without the code itself."""

    unit: str
    uses: int
    used: int
    created_at: datetime
    expires_at: datetime


def kept_codes(session: Session) -> tuple[KeptCode, ...]:
    """The codes that were given out, the newest first."""
    rows = session.execute(
        select(EnrolmentCodeRow.unit, EnrolmentCodeRow.uses, EnrolmentCodeRow.used)
        .add_columns(EnrolmentCodeRow.created_at, EnrolmentCodeRow.expires_at)
        .order_by(EnrolmentCodeRow.created_at.desc(), EnrolmentCodeRow.digest)
    )
    return tuple(KeptCode(*row) for row in rows)


def revoke(context: Context, device: UUID) -> bool:
    """End a PC's enrolment; False where there is no such PC."""

    def end(session: Session) -> bool:
        row = session.get(DeviceRow, device)
        if row and row.revoked_at is None:
            row.revoked_at = context.clock()
        return row is not None

    return context.database.write(end)


def enrol(context: Context, request: EnrolRequest) -> EnrolAnswer:
    """Let a PC join; asking again with the same device and key uses the code up only once.

    Raises:
        Refused: The code is unknown, used up or expired, serves many offices and none or one
            outside was named, or the device is another's or revoked.
    """
    return context.database.write(lambda session: _enrol(context, session, request))


def offices(context: Context, code: str) -> Offices:
    """The offices that a code may serve; uses nothing up.

    Raises:
        Refused: The code is unknown, used up or expired.
    """
    with context.database.reading() as session:
        row = _known_code(context, session, code)
        _check_time(row, context.clock())
        if row.used >= row.uses:
            raise _used_up()
        within = units_within(all_units(session), row.unit)
        return Offices(tuple(Office(unit.code, unit.title) for unit in within))


def _enrol(context: Context, session: Session, request: EnrolRequest) -> EnrolAnswer:
    code = _known_code(context, session, request.code)
    device = session.get(DeviceRow, request.device)
    _check_device(device, request)
    unit = _unit_of(session, code, request.unit)
    if device is None or device.unit != unit.code:
        _use_up(session, code, context.clock())
    if device is None:
        session.add(_new_device(request, unit.code, context.clock()))
    else:
        device.unit, device.name = unit.code, clean(request.name)
        device.machine = clean(request.machine)
    return EnrolAnswer(request.device, unit.code, unit.name, context.settings.organisation)


def _known_code(context: Context, session: Session, code: str) -> EnrolmentCodeRow:
    row = session.get(EnrolmentCodeRow, enrolment_digest(context.secret, code))
    if row is None:
        raise Refused(404, "code-unknown", "Kode pendaftaran tidak dikenal. Periksa kembali kode.")
    return row


def _unit_of(session: Session, code: EnrolmentCodeRow, wanted: str) -> Unit:
    within = {unit.code: unit for unit in units_within(all_units(session), code.unit)}
    if not wanted and len(within) > 1:
        raise Refused(
            409, "unit-needed", f"Kode ini untuk {within[code.unit].reach}. Sebutkan kantornya."
        )
    if wanted and wanted not in within:
        raise Refused(
            409, "unit-outside", f"Kode ini hanya berlaku untuk {within[code.unit].reach}."
        )
    return within[wanted or code.unit]


def _check_device(device: DeviceRow | None, request: EnrolRequest) -> None:
    if device is None:
        return
    if device.key != request.key:
        raise Refused(409, "device-taken", "Perangkat ini sudah terdaftar dengan kunci lain.")
    if device.revoked_at is not None:
        raise device_revoked()


def _check_time(code: EnrolmentCodeRow, now: datetime) -> None:
    if code.expires_at <= now:
        raise Refused(410, "code-expired", "Masa berlaku kode pendaftaran sudah habis.")


def _used_up() -> Refused:
    return Refused(409, "code-used", "Kode pendaftaran sudah terpakai. Minta kode baru.")


def _use_up(session: Session, code: EnrolmentCodeRow, now: datetime) -> None:
    _check_time(code, now)
    taken = session.execute(
        update(EnrolmentCodeRow)
        .where(EnrolmentCodeRow.digest == code.digest)
        .where(EnrolmentCodeRow.used < EnrolmentCodeRow.uses)
        .values(used=EnrolmentCodeRow.used + 1)
        .returning(EnrolmentCodeRow.digest)
    ).first()
    if taken is None:
        raise _used_up()


def _new_device(request: EnrolRequest, unit: str, now: datetime) -> DeviceRow:
    return DeviceRow(
        id=request.device,
        unit=unit,
        key=request.key,
        name=clean(request.name),
        machine=clean(request.machine),
        enrolled_at=now,
    )
