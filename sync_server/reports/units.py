"""The units of the city and what their people have reached in a year."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sync_server.reports.people import PNS, PersonLine
from sync_server.units import Unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@dataclass(frozen=True, slots=True)
class UnitLine:
    """A unit with all units below it.

    Attributes:
        people: Everybody on the roster.
        begun: Who has done anything, ever.
        passed: Who has passed a course in the year.
        jp: JP of the year of all of them.
        pns: Of ``people`` the PNS: they alone owe JP a year (PP 11/2017 Ps 203(4)).
        pns_reached: Of ``pns`` those with enough JP.
        waiting: Who registered on a PC and is not on the roster yet; not in ``people``.
    """

    unit: Unit
    people: int
    begun: int
    passed: int
    jp: int
    pns: int
    pns_reached: int
    waiting: int


def unit_lines(
    units: Sequence[Unit], people: Iterable[PersonLine], jp_target: int
) -> tuple[UnitLine, ...]:
    """One line for each unit; a person counts at his or her unit and at all above it."""
    parents = {unit.code: unit.parent for unit in units}
    within: dict[str, list[PersonLine]] = {unit.code: [] for unit in units}
    for person in people:
        code: str | None = person.unit
        while code is not None:
            within[code].append(person)
            code = parents[code]
    return tuple(_line(unit, within[unit.code], jp_target) for unit in units)


def _line(unit: Unit, people: Sequence[PersonLine], jp_target: int) -> UnitLine:
    verified = [person for person in people if person.verified]
    pns = [person for person in verified if person.status == PNS]
    return UnitLine(
        unit,
        people=len(verified),
        begun=sum(person.begun for person in verified),
        passed=sum(person.passed > 0 for person in verified),
        jp=sum(person.jp for person in verified),
        pns=len(pns),
        pns_reached=sum(person.jp >= jp_target for person in pns),
        waiting=len(people) - len(verified),
    )
