"""What an admin sees, as a workbook."""

from __future__ import annotations

from flask import Blueprint, Response, request

from sync_server.admin.access import guard, note
from sync_server.admin.scope import CITY, read_scope
from sync_server.excel.recap import Recap, workbook_of
from sync_server.reports.devices import devices_of
from sync_server.reports.person import courses_of
from sync_server.web import current_context

export = Blueprint("export", __name__, url_prefix="/admin")
export.before_request(guard)

_MIMETYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@export.get("/rekap.xlsx")
def workbook() -> Response:
    """The recap of a unit and all below it, in a year."""
    context = current_context()
    with context.database.reading() as session:
        scope = read_scope(session, request.args.get("unit", CITY))
        codes = [line.unit.code for line in scope.lines]
        recap = Recap(
            organisation=context.settings.organisation,
            unit=scope.unit,
            year=scope.year,
            at=context.clock(),
            jp_target=context.settings.jp_target,
            units=scope.units,
            lines=scope.lines,
            people=scope.people,
            courses=courses_of(session, [person.id for person in scope.people]),
            devices=devices_of(session, codes),
            titles=context.gradebook.titles(),
        )
    note("export", f"{scope.unit.code} {scope.year}")
    name = f"rekap-bina-asn-{scope.unit.code}-{scope.year}.xlsx"
    return Response(
        workbook_of(recap),
        mimetype=_MIMETYPE,
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
