"""How much JP a person's status asks for in a year."""

from __future__ import annotations

from dataclasses import dataclass

from lessons.jp import CEILING_JP_PPPK, MINIMUM_JP_PNS


@dataclass(frozen=True, slots=True)
class JpStanding:
    """JP of one calendar year (WIB).

    Attributes:
        gathered: JP of the passed end tests.
        goal: The least JP the year asks for; None where there is no such rule.
        ceiling: The most JP the year allows; None where there is no such rule.
    """

    year: int
    gathered: int
    goal: int | None
    ceiling: int | None


def jp_standing(status: str, year: int, gathered: int) -> JpStanding:
    """The standing of a person; an unknown status is held to the rule for PNS."""
    if status.upper().startswith("PPPK"):
        return JpStanding(year, gathered, None, CEILING_JP_PPPK)
    return JpStanding(year, gathered, MINIMUM_JP_PNS, None)
