"""What a page is about: the year, the units, and the people in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import abort, request

from lessons.progress import WIB
from sync_server.reports.people import PersonLine, people_of, years_with_passes
from sync_server.reports.units import UnitLine, unit_lines
from sync_server.units import Unit, all_units, units_within
from sync_server.web import current_context

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

CITY = "14.72"


@dataclass(frozen=True, slots=True)
class Scope:
    """A unit with all below it, in a year.

    Attributes:
        years: Those one can choose, the latest first.
        units: Every unit by code, to name them.
        lines: The unit itself and all below it, in order of code.
        people: Everybody at home there, also who waits for verification.
    """

    unit: Unit
    year: int
    years: tuple[int, ...]
    units: dict[str, Unit]
    lines: tuple[UnitLine, ...]
    people: tuple[PersonLine, ...]


def read_scope(session: Session, code: str) -> Scope:
    """The scope of the page that is asked for; 404 for an unknown unit."""
    units = all_units(session)
    within = units_within(units, code)
    if not within or within[0].code != code:
        abort(404)
    year = asked_year()
    people = people_of(session, year, [unit.code for unit in within])
    target = current_context().settings.jp_target
    roots = [Unit(within[0].code, within[0].name, None), *within[1:]]
    return Scope(
        unit=within[0],
        year=year,
        years=tuple(sorted(years_with_passes(session) | {year, this_year()}, reverse=True)),
        units={unit.code: unit for unit in units},
        lines=unit_lines(roots, people, target),
        people=people,
    )


def asked_year() -> int:
    """The year in the address, or this one."""
    wanted = request.args.get("tahun", "")
    return (
        int(wanted) if wanted.isascii() and wanted.isdigit() and len(wanted) == 4 else this_year()
    )


def this_year() -> int:
    """The calendar year in WIB."""
    return current_context().clock().astimezone(WIB).year
