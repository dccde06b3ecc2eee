"""Roll-ups: derived in the same transaction as the facts, so that no report scans those."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from sync_server.tables.base import Base


class ResultRow(Base):
    """What a person has reached in a course; ``attempts`` and ``best`` are of the end test."""

    __tablename__ = "results"
    person: Mapped[UUID] = mapped_column(ForeignKey("learners.id"), primary_key=True)
    course: Mapped[str] = mapped_column(String(200), primary_key=True)
    begun_at: Mapped[datetime]
    last_at: Mapped[datetime]
    attempts: Mapped[int]
    best: Mapped[int | None]
    passed_at: Mapped[datetime | None]


class PassRow(Base):
    """A course passed in a calendar year (WIB): it counts once, with the JP of the last pass."""

    __tablename__ = "passes"
    person: Mapped[UUID] = mapped_column(ForeignKey("learners.id"), primary_key=True)
    course: Mapped[str] = mapped_column(String(200), primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True, index=True)
    jp: Mapped[int]
    passed_at: Mapped[datetime]
    counted_at: Mapped[datetime]
    counted: Mapped[UUID]


class LessonRow(Base):
    """A lesson that a person has finished, and when first."""

    __tablename__ = "lessons"
    person: Mapped[UUID] = mapped_column(ForeignKey("learners.id"), primary_key=True)
    lesson: Mapped[str] = mapped_column(String(200), primary_key=True)
    course: Mapped[str] = mapped_column(String(200))
    finished_at: Mapped[datetime]
