"""Codes: by which PCs join, and which people type before their first password."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, abort, render_template, request

from sync_server import activation, enrolment
from sync_server.admin.access import guard, note
from sync_server.errors import InputError
from sync_server.units import all_units
from sync_server.web import current_context

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

codes = Blueprint("codes", __name__, url_prefix="/admin")
codes.before_request(guard)


@codes.get("/kode")
def table() -> str:
    """The enrolment codes there are, and a form for a new one."""
    with current_context().database.reading() as session:
        units = all_units(session)
        return render_template(
            "codes.html",
            units=units,
            reaches={unit.code: unit.reach for unit in units},
            kept=enrolment.kept_codes(session),
            chosen=request.args.get("unit", ""),
            now=current_context().clock(),
        )


@codes.post("/kode")
def make() -> ResponseReturnValue:
    """Make a code and show it, once."""
    context = current_context()
    unit = request.form.get("unit", "")
    try:
        uses, days = int(request.form.get("jumlah", "")), int(request.form.get("hari", ""))
        code, until = context.database.write(
            lambda session: enrolment.make_enrolment_code(context, session, unit, uses, days)
        )
    except (InputError, ValueError):
        abort(400)
    note("make-code", unit)
    with context.database.reading() as session:
        named = {each.code: each for each in all_units(session)}[unit]
    return render_template("code_made.html", code=code, unit=named, uses=uses, until=until)


@codes.get("/unit/<code>/kode-aktivasi")
def activation_codes(code: str) -> str:
    """The activation codes of a unit, to be printed and cut apart."""
    context = current_context()
    with context.database.reading() as session:
        try:
            people = activation.codes_of_unit(session, context.secret, code)
        except InputError:
            abort(404)
        named = {each.code: each for each in all_units(session)}[code]
    note("print-codes", code)
    return render_template("activation.html", unit=named, people=people, at=context.clock())
