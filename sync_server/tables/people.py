"""Units, people, and who belongs where."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from sync_server.tables.base import Base


class UnitRow(Base):
    """A unit of the city by its Kemendagri code; ``revision`` counts what its PCs must hear."""

    __tablename__ = "units"
    code: Mapped[str] = mapped_column(String(20), primary_key=True)
    name: Mapped[str] = mapped_column(String(100))
    parent: Mapped[str | None] = mapped_column(ForeignKey("units.code"))
    revision: Mapped[int] = mapped_column(default=0)


class LearnerRow(Base):
    """A person; ``verified`` once the roster knows the NIP."""

    __tablename__ = "learners"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    nip: Mapped[str] = mapped_column(String(18), unique=True)
    name: Mapped[str] = mapped_column(String(200))
    status: Mapped[str] = mapped_column(String(20))
    position: Mapped[str] = mapped_column(String(200))
    verified: Mapped[bool]
    activation: Mapped[str] = mapped_column(String(200))


class MembershipRow(Base):
    """A person's stay at a unit.

    ``home`` is the unit that the roster names; the others are offices on whose PC the person
    registered: they must know the person but do not count him or her.
    """

    __tablename__ = "memberships"
    unit: Mapped[str] = mapped_column(ForeignKey("units.code"), primary_key=True)
    learner: Mapped[UUID] = mapped_column(ForeignKey("learners.id"), primary_key=True, index=True)
    since: Mapped[datetime] = mapped_column(primary_key=True)
    until: Mapped[datetime | None]
    home: Mapped[bool]


class AliasRow(Base):
    """A learner id that a PC made for somebody whom the server knows under another id."""

    __tablename__ = "aliases"
    local: Mapped[UUID] = mapped_column(primary_key=True)
    learner: Mapped[UUID] = mapped_column(ForeignKey("learners.id"), index=True)
    unit: Mapped[str] = mapped_column(ForeignKey("units.code"))
