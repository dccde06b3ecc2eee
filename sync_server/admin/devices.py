"""The PCs, and the audit log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, abort, redirect, render_template, url_for

from sync_server import audit, enrolment
from sync_server.admin.access import guard, note
from sync_server.reports.devices import devices_of
from sync_server.units import all_units
from sync_server.web import current_context

if TYPE_CHECKING:
    from uuid import UUID

    from flask.typing import ResponseReturnValue

devices = Blueprint("devices", __name__, url_prefix="/admin")
devices.before_request(guard)


@devices.get("/perangkat")
def table() -> str:
    """Every PC: when it was heard of, what it owes, what is odd."""
    with current_context().database.reading() as session:
        units = {unit.code: unit for unit in all_units(session)}
        return render_template("devices.html", units=units, devices=devices_of(session, units))


@devices.post("/perangkat/<uuid:device>/cabut")
def revoke(device: UUID) -> ResponseReturnValue:
    """End a PC's enrolment; what it sent stays."""
    if not enrolment.revoke(current_context(), device):
        abort(404)
    note("revoke-device", str(device))
    return redirect(url_for("devices.table"))


@devices.get("/jejak")
def log() -> str:
    """Who did what on these pages."""
    with current_context().database.reading() as session:
        return render_template("audit.html", entries=audit.latest_audit(session))
