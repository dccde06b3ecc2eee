"""The city's units, and the people of one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, render_template, request

from sync_server.admin.access import guard, note
from sync_server.admin.scope import CITY, read_scope
from sync_server.web import current_context

if TYPE_CHECKING:
    from collections.abc import Callable

    from sync_server.reports.people import PersonLine

units = Blueprint("units", __name__, url_prefix="/admin")
units.before_request(guard)

FILTERS: dict[str, tuple[str, Callable[[PersonLine], bool]]] = {
    "semua": ("Semua", lambda _: True),
    "belum-mulai": ("Belum mulai", lambda person: person.verified and not person.begun),
    "belum-lulus": (
        "Belum lulus",
        lambda person: person.verified and person.begun and not person.passed,
    ),
    "menunggu": ("Menunggu verifikasi", lambda person: not person.verified),
}


@units.get("/")
def overview() -> str:
    """The whole city by unit."""
    with current_context().database.reading() as session:
        scope = read_scope(session, CITY)
    return render_template("overview.html", scope=scope, total=scope.lines[0])


@units.get("/unit/<code>")
def unit(code: str) -> str:
    """The people of a unit and all below it."""
    with current_context().database.reading() as session:
        scope = read_scope(session, code)
    note("view-unit", code)
    wanted = request.args.get("saring", "semua")
    chosen = wanted if wanted in FILTERS else "semua"
    counts = {key: sum(map(keeps, scope.people)) for key, (_, keeps) in FILTERS.items()}
    return render_template(
        "unit.html",
        scope=scope,
        total=scope.lines[0],
        people=[person for person in scope.people if FILTERS[chosen][1](person)],
        filters={key: (title, counts[key]) for key, (title, _) in FILTERS.items()},
        chosen=chosen,
    )
