"""The audit log: who signed in, looked at people, or took data away."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import select

from sync_server.tables import AuditRow

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from sync_server.context import Context

SHOWN = 200


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One line: ``subject`` is a code or an id, never a name or NIP."""

    at: datetime
    admin: str
    action: str
    subject: str
    address: str


def keep_audit(context: Context, admin: str, action: str, subject: str, address: str) -> None:
    """Write a line, in a transaction of its own."""
    row = AuditRow(
        id=context.new_id(),
        at=context.clock(),
        admin=admin[:100],
        action=action,
        subject=subject,
        address=address[:45],
    )
    context.database.write(lambda session: session.add(row))


def latest_audit(session: Session) -> tuple[AuditEntry, ...]:
    """The latest lines, newest first."""
    rows = session.execute(
        select(AuditRow.at, AuditRow.admin, AuditRow.action)
        .add_columns(AuditRow.subject, AuditRow.address)
        .order_by(AuditRow.at.desc(), AuditRow.id)
        .limit(SHOWN)
    )
    return tuple(AuditEntry(*row) for row in rows)
