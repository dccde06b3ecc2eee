"""PCs, the codes by which they join, and what is odd about them."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from sync_server.tables.base import Base


class DeviceRow(Base):
    """A PC.

    ``clock_offset`` is server minus PC in seconds at the last parcel; ``last`` the highest ``seq``
    it says it made; ``highest`` and ``received`` the highest that arrived and how many
    different ones.
    """

    __tablename__ = "devices"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    unit: Mapped[str] = mapped_column(ForeignKey("units.code"), index=True)
    key: Mapped[str] = mapped_column(String(64))
    name: Mapped[str] = mapped_column(String(100))
    machine: Mapped[str] = mapped_column(String(200))
    app: Mapped[str] = mapped_column(String(200), default="")
    enrolled_at: Mapped[datetime]
    seen_at: Mapped[datetime | None]
    revoked_at: Mapped[datetime | None]
    clock_offset: Mapped[int] = mapped_column(default=0)
    last: Mapped[int] = mapped_column(default=0)
    highest: Mapped[int] = mapped_column(default=0)
    received: Mapped[int] = mapped_column(default=0)


class DeviceFlagRow(Base):
    """Something about a PC that an admin should look at, once per kind."""

    __tablename__ = "device_flags"
    device: Mapped[UUID] = mapped_column(ForeignKey("devices.id"), primary_key=True)
    flag: Mapped[str] = mapped_column(String(20), primary_key=True)
    since: Mapped[datetime]


class RefusedRow(Base):
    """A record that was refused, kept to look at; ``digest`` makes repetition harmless."""

    __tablename__ = "refused_records"
    device: Mapped[UUID] = mapped_column(ForeignKey("devices.id"), primary_key=True)
    digest: Mapped[str] = mapped_column(String(32), primary_key=True)
    seq: Mapped[int]
    reason: Mapped[str] = mapped_column(String(30))
    received_at: Mapped[datetime]
    content: Mapped[bytes]


class EnrolmentCodeRow(Base):
    """A code by which PCs join a unit; only its keyed hash is kept."""

    __tablename__ = "enrolment_codes"
    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    unit: Mapped[str] = mapped_column(ForeignKey("units.code"), index=True)
    uses: Mapped[int]
    used: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
