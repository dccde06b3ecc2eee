"""Activation codes, to be printed and handed to people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import select

from sync_server.codes import activation_code
from sync_server.tables import LearnerRow, MembershipRow
from sync_server.units import require_unit

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True)
class PersonCode:
    """A person and the code for his or her first password."""

    id: UUID
    name: str
    nip: str
    code: str


def codes_of_unit(session: Session, secret: bytes, unit: str) -> tuple[PersonCode, ...]:
    """The codes of everybody on the roster of a unit, in order of name.

    Raises:
        InputError: No such unit.
    """
    require_unit(session, unit)
    rows = session.execute(
        select(LearnerRow.id, LearnerRow.name, LearnerRow.nip)
        .join(MembershipRow, MembershipRow.learner == LearnerRow.id)
        .where(MembershipRow.unit == unit, MembershipRow.until.is_(None))
        .where(MembershipRow.home, LearnerRow.verified)
        .order_by(LearnerRow.name, LearnerRow.nip)
    )
    return tuple(
        PersonCode(each, name, nip, activation_code(secret, each)) for each, name, nip in rows
    )
