"""Facts, the server's grades of them, and what PCs must hear of both."""

from __future__ import annotations

from datetime import datetime
from enum import IntEnum
from uuid import UUID

from sqlalchemy import ForeignKey, ForeignKeyConstraint, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from sync_server.tables.base import Base


class RecordRow(Base):
    """A fact as it came: ``learner`` is the id the PC used, ``person`` whose it is.

    ``at`` is the PC's clock, ``happened_at`` the corrected time for reports, ``doubtful`` when the
    correction was large.
    """

    __tablename__ = "records"
    unit: Mapped[str] = mapped_column(ForeignKey("units.code"), primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True, index=True)
    device: Mapped[UUID] = mapped_column(ForeignKey("devices.id"))
    seq: Mapped[int]
    learner: Mapped[UUID]
    person: Mapped[UUID] = mapped_column(ForeignKey("learners.id"), index=True)
    at: Mapped[datetime]
    happened_at: Mapped[datetime]
    doubtful: Mapped[bool]
    received_at: Mapped[datetime]
    digest: Mapped[str] = mapped_column(String(32))
    body: Mapped[str] = mapped_column(Text)
    __table_args__ = (Index(None, "device", "seq"),)


class GradeRow(Base):
    """The server's own score of an attempt, beside what the PC claimed."""

    __tablename__ = "grades"
    unit: Mapped[str] = mapped_column(String(20), primary_key=True)
    record: Mapped[UUID] = mapped_column(primary_key=True)
    person: Mapped[UUID] = mapped_column(ForeignKey("learners.id"), index=True)
    course: Mapped[str] = mapped_column(String(200))
    quiz: Mapped[str] = mapped_column(String(200))
    happened_at: Mapped[datetime]
    claim: Mapped[int | None]
    score: Mapped[int]
    passed: Mapped[bool]
    jp: Mapped[int]
    end_test: Mapped[bool]
    __table_args__ = (ForeignKeyConstraint(["unit", "record"], ["records.unit", "records.id"]),)


class WaitingRow(Base):
    """An attempt that can't be graded yet: its course, version or quiz revision is not here."""

    __tablename__ = "waiting"
    unit: Mapped[str] = mapped_column(String(20), primary_key=True)
    record: Mapped[UUID] = mapped_column(primary_key=True)
    course: Mapped[str] = mapped_column(String(200))
    quiz: Mapped[str] = mapped_column(String(200))
    revision: Mapped[str] = mapped_column(String(200))
    __table_args__ = (ForeignKeyConstraint(["unit", "record"], ["records.unit", "records.id"]),)


class FeedKind(IntEnum):
    """What a line of a unit's feed tells its PCs."""

    MEMBER = 1
    ALIAS = 2
    RECORD = 3
    VERDICT = 4


class FeedRow(Base):
    """What the PCs of a unit must hear: one line per thing, at the revision of its last change.

    ``device`` is the PC that made a record: it alone hears a verdict, and all others the record.
    """

    __tablename__ = "feed"
    unit: Mapped[str] = mapped_column(ForeignKey("units.code"), primary_key=True)
    kind: Mapped[int] = mapped_column(primary_key=True)
    ref: Mapped[UUID] = mapped_column(primary_key=True)
    revision: Mapped[int]
    device: Mapped[UUID | None]
    __table_args__ = (Index(None, "unit", "revision"),)
