"""Units counted with all below them."""

from __future__ import annotations

from uuid import UUID

from sync_server.reports.people import PersonLine
from sync_server.reports.units import unit_lines
from sync_server.units import bundled_units

UNITS = bundled_units()
CITY, BARAT, SESAI = "14.72", "14.72.01", "14.72.01.1003"


def person(unit: str, status: str = "PNS", *, jp: int = 0, verified: bool = True) -> PersonLine:
    return PersonLine(
        id=UUID(int=1),
        name="Budi",
        nip="198503122010011004",
        status=status,
        position="",
        unit=unit,
        verified=verified,
        courses=1 if jp else 0,
        passed=1 if jp else 0,
        jp=jp,
        last_at=None,
    )


def test_twenty_jp_are_owed_by_pns_alone() -> None:
    people = [
        person(SESAI, jp=20),
        person(SESAI, jp=19),
        person(SESAI, "CPNS", jp=20),
        person(SESAI, "PPPK", jp=24),
        person(SESAI, jp=20, verified=False),
    ]
    line = next(each for each in unit_lines(UNITS, people, 20) if each.unit.code == SESAI)
    assert (line.people, line.pns, line.pns_reached, line.jp, line.waiting) == (4, 2, 1, 83, 1)


def test_everybody_counts_at_each_unit_above() -> None:
    people = [person(SESAI), person(BARAT, jp=3), person(CITY)]
    counts = {each.unit.code: each.people for each in unit_lines(UNITS, people, 20)}
    assert (counts[CITY], counts[BARAT], counts[SESAI], counts["14.72.02"]) == (3, 2, 1, 0)
