"""Lines of a roster, checked one by one: a bad one is refused with its number and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lessons.people import BadNip, clean, normalise_nip
from sync_server.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sync_server.roster.columns import Columns
    from sync_server.roster.table_file import Cell, Line
    from sync_server.roster.unit_names import UnitNames

STATUSES = ("PNS", "CPNS", "PPPK", "PPPK Paruh Waktu")
MAX_TEXT = 200
_EXACT_DIGITS = 15
"""A spreadsheet's number keeps so many digits; any beyond are lost."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A person as the roster tells; status and position are empty where it doesn't."""

    line: int
    nip: str
    name: str
    unit: str
    status: str
    position: str


@dataclass(frozen=True, slots=True)
class RefusedLine:
    """A line that can't be used, and why, in Indonesian."""

    line: int
    reason: str


def check_lines(
    lines: Sequence[Line], columns: Columns, units: UnitNames
) -> tuple[list[Entry], list[RefusedLine]]:
    """Check each line by itself, and that no NIP stands in the file twice."""
    entries: dict[str, Entry] = {}
    refused: list[RefusedLine] = []
    for line in lines:
        try:
            entry = _entry(line, columns, units)
            if first := entries.get(entry.nip):
                raise InputError(f"NIP sama dengan baris {first.line}.")
        except (InputError, BadNip) as error:
            refused.append(RefusedLine(line.number, error.message))
        else:
            entries[entry.nip] = entry
    return list(entries.values()), refused


def _entry(line: Line, columns: Columns, units: UnitNames) -> Entry:
    return Entry(
        line=line.number,
        nip=_nip(columns.cell(line, columns.nip)),
        name=_text(columns.cell(line, columns.name), "Nama", required=True),
        unit=units.find(_plain(columns.cell(line, columns.unit))).code,
        status=_status(_plain(columns.cell(line, columns.status))),
        position=_text(columns.cell(line, columns.position), "Jabatan", required=False),
    )


def _nip(cell: Cell) -> str:
    if not isinstance(cell, str) and abs(cell) >= 10**_EXACT_DIGITS:
        raise BadNip("Excel memotong NIP ini; simpan kolom NIP sebagai Teks, lalu isi ulang.")
    return normalise_nip(_plain(cell))


def _text(cell: Cell, what: str, *, required: bool) -> str:
    text = clean(_plain(cell))
    if required and not text:
        raise InputError(f"{what} kosong.")
    if len(text) > MAX_TEXT:
        raise InputError(f"{what} terlalu panjang (lebih dari {MAX_TEXT} huruf).")
    return text


def _status(text: str) -> str:
    wanted = " ".join(text.casefold().replace("p3k", "pppk").split())
    found = [status for status in STATUSES if status.casefold() == wanted]
    if wanted and not found:
        raise InputError(f"Status “{clean(text)}” tidak dikenal. Tulis {', '.join(STATUSES)}.")
    return found[0] if found else ""


def _plain(cell: Cell) -> str:
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)
