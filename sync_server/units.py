"""The units of the city: filled from the bundled list, locked and looked up by code."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING

from sqlalchemy import select

from sync_server.database import upsert_all
from sync_server.errors import InputError
from sync_server.tables import UnitRow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.orm import Session


_LOWEST = 2


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit.

    Attributes:
        code: Kemendagri code, ``14.72.06.1003``.
        parent: Code of the unit above; None for the city.
        level: 0 the city, 1 a kecamatan, 2 a kelurahan.
    """

    code: str
    name: str
    parent: str | None

    @property
    def level(self) -> int:
        """How far below the city."""
        return self.code.count(".") - 1

    @property
    def title(self) -> str:
        """With its kind, since «Dumai Kota» is a kecamatan and a kelurahan."""
        return f"{('', 'Kecamatan ', 'Kelurahan ')[self.level]}{self.name}"

    @property
    def reach(self) -> str:
        """Which offices a code for this unit may serve, in words."""
        if self.level == _LOWEST:
            return self.title
        return f"{self.title} dan semua kelurahan di dalamnya"


def bundled_units() -> tuple[Unit, ...]:
    """The city, its kecamatan and kelurahan, parents first."""
    text = files("sync_server.data").joinpath("wilayah.csv").read_text(encoding="utf-8")
    lines = csv.DictReader(text.splitlines())
    found = [Unit(line["kode"], line["nama"], _parent(line["kode"])) for line in lines]
    return tuple(sorted(found, key=lambda unit: (unit.level, unit.code)))


def fill_units(session: Session) -> None:
    """Put the bundled units in, or rename those that are there; none is ever removed."""
    upsert_all(
        session,
        UnitRow,
        [{"code": unit.code, "name": unit.name, "parent": unit.parent} for unit in bundled_units()],
    )


def all_units(session: Session) -> tuple[Unit, ...]:
    """Every unit, in order of code: each stands right after the one it belongs to."""
    rows = session.execute(
        select(UnitRow.code, UnitRow.name, UnitRow.parent).order_by(UnitRow.code)
    )
    return tuple(Unit(code, name, parent) for code, name, parent in rows)


def units_within(units: Iterable[Unit], code: str) -> tuple[Unit, ...]:
    """A unit and all below it."""
    return tuple(each for each in units if each.code == code or each.code.startswith(f"{code}."))


def require_unit(session: Session, code: str) -> None:
    """Make sure that a unit is there.

    Raises:
        InputError: No such unit.
    """
    if session.get(UnitRow, code) is None:
        raise InputError(f"Unit {code} tidak dikenal.")


def lock_units(session: Session, codes: Iterable[str]) -> None:
    """Take the row lock of each unit, always in the same order, so that no two writers block.

    SQLite has one lock for all, which a writing transaction holds from its beginning.
    """
    session.execute(
        select(UnitRow.code)
        .where(UnitRow.code.in_(sorted(set(codes))))
        .order_by(UnitRow.code)
        .with_for_update(key_share=True)
    ).all()


def _parent(code: str) -> str | None:
    above, _, _ = code.rpartition(".")
    return above if "." in above else None
