"""Units, and which lie within which."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync_server.units import bundled_units, units_within

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sync_server.units import Unit

UNITS = bundled_units()
BY_CODE = {unit.code: unit for unit in UNITS}
CITY, BARAT, SESAI = "14.72", "14.72.01", "14.72.01.1003"


def with_all_above(unit: Unit) -> Iterator[str]:
    yield unit.code
    while unit.parent is not None:
        unit = BY_CODE[unit.parent]
        yield unit.code


def test_what_lies_within_a_unit() -> None:
    assert [unit.code for unit in units_within(UNITS, SESAI)] == [SESAI]
    assert len(units_within(UNITS, BARAT)) == 5
    assert len(units_within(UNITS, CITY)) == 44
    assert units_within(UNITS, "14.72.0") == ()


@given(st.sampled_from(UNITS), st.sampled_from(UNITS))
def test_a_unit_lies_within_itself_and_all_above_it(inner: Unit, outer: Unit) -> None:
    assert (inner in units_within(UNITS, outer.code)) == (outer.code in set(with_all_above(inner)))


@pytest.mark.parametrize(
    ("code", "reach"),
    [
        (SESAI, "Kelurahan Pangkalan Sesai"),
        (BARAT, "Kecamatan Dumai Barat dan semua kelurahan di dalamnya"),
        (CITY, "Kota Dumai dan semua kelurahan di dalamnya"),
    ],
)
def test_the_reach_of_a_code_is_told_in_words(code: str, reach: str) -> None:
    assert BY_CODE[code].reach == reach
