"""One person in detail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, abort, render_template

from sync_server.admin.access import guard, note
from sync_server.admin.scope import asked_year
from sync_server.reports.people import person_line
from sync_server.reports.person import attempts_of, courses_of, stays_of
from sync_server.units import all_units
from sync_server.web import current_context

if TYPE_CHECKING:
    from uuid import UUID

people = Blueprint("people", __name__, url_prefix="/admin")
people.before_request(guard)


@people.get("/orang/<uuid:person>")
def detail(person: UUID) -> str:
    """Courses, attempts with claim and score, and where the person was."""
    year = asked_year()
    context = current_context()
    with context.database.reading() as session:
        line = person_line(session, year, person)
        if line is None:
            abort(404)
        page = render_template(
            "person.html",
            person=line,
            year=year,
            units={unit.code: unit for unit in all_units(session)},
            courses=courses_of(session, [person]),
            attempts=attempts_of(session, person),
            stays=stays_of(session, person),
            titles=context.gradebook.titles(),
        )
    note("view-person", str(person))
    return page
