"""Who may see the admin pages, and what they looked at."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from sync_server.tables.base import Base


class AdminRow(Base):
    """Somebody who may see the admin pages."""

    __tablename__ = "admins"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(100), unique=True)
    password: Mapped[str] = mapped_column(String(200))
    created_at: Mapped[datetime]


class AuditRow(Base):
    """Who did or looked at what on the admin pages."""

    __tablename__ = "audit"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(index=True)
    admin: Mapped[str] = mapped_column(String(100))
    action: Mapped[str] = mapped_column(String(30))
    subject: Mapped[str] = mapped_column(String(200))
    address: Mapped[str] = mapped_column(String(45))
