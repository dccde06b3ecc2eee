"""Accounts of the admin pages."""

from __future__ import annotations

import functools
import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError
from sqlalchemy import select

from lessons.people import clean
from sync_server.errors import InputError
from sync_server.tables import AdminRow

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from sync_server.context import Context

MIN_PASSWORD = 10
_hasher = PasswordHasher()


@dataclass(frozen=True, slots=True)
class Admin:
    """Somebody who may see the admin pages.

    Attributes:
        stamp: Changes with the password, so that a new one ends every session.
    """

    id: UUID
    name: str
    stamp: str


def create_admin(context: Context, name: str, password: str) -> None:
    """Make an account, or give the one that is there a new password.

    Raises:
        InputError: The name is empty or the password too short.
    """
    if not clean(name) or len(name) > 100:
        raise InputError("Nama admin harus 1–100 huruf.")
    if len(password) < MIN_PASSWORD:
        raise InputError(f"Kata sandi admin minimal {MIN_PASSWORD} huruf.")
    hashed = _hasher.hash(password)
    context.database.write(lambda session: _keep(context, session, clean(name), hashed))


def sign_in(session: Session, name: str, password: str) -> Admin | None:
    """The account, if name and password are right."""
    row = session.scalar(select(AdminRow).where(AdminRow.name == clean(name)))
    try:
        _hasher.verify(row.password if row else _nobody(), password)
    except VerificationError:
        return None
    return _admin(row) if row else None


def find_admin(session: Session, admin: UUID) -> Admin | None:
    """The account with this id, while it exists."""
    row = session.get(AdminRow, admin)
    return _admin(row) if row else None


@functools.cache
def _nobody() -> str:
    """Checked where the name is unknown, so that an answer takes as long either way."""
    return _hasher.hash("tidak ada akun dengan nama ini")


def _admin(row: AdminRow) -> Admin:
    return Admin(row.id, row.name, hashlib.sha256(row.password.encode()).hexdigest()[:16])


def _keep(context: Context, session: Session, name: str, hashed: str) -> None:
    row = session.scalar(select(AdminRow).where(AdminRow.name == name))
    if row:
        row.password = hashed
        return
    session.add(
        AdminRow(id=context.new_id(), name=name, password=hashed, created_at=context.clock())
    )
