"""Which column of a table holds what, however its heading is written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sync_server.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sync_server.roster.table_file import Cell, Line

_HEADINGS = {
    "name": {"nama", "nama lengkap", "nama pegawai", "nama asn", "nama peserta"},
    "nip": {
        "nip",
        "n i p",
        "nip nipppk",
        "nip ni pppk",
        "ni pppk",
        "nip baru",
        "nomor induk pegawai",
    },
    "status": {"status", "status kepegawaian", "status asn", "status pegawai", "jenis asn"},
    "unit": {"unit", "unit kerja", "kode unit", "kode wilayah", "kelurahan", "kode kelurahan"},
    "position": {"jabatan", "nama jabatan"},
}
_WORDS = {"name": "nama", "nip": "nip", "unit": "unit"}
_SEARCHED_LINES = 10
"""Official tables begin with titles; the headings are among the first lines."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Where each value stands, from 0; ``status`` and ``position`` may be missing (-1)."""

    name: int
    nip: int
    unit: int
    status: int = -1
    position: int = -1

    def cell(self, line: Line, column: int) -> Cell:
        """A cell; empty where the line is shorter or the column is missing."""
        return line.cells[column] if 0 <= column < len(line.cells) else ""


def find_table(tables: Sequence[Sequence[Line]]) -> tuple[Columns, Sequence[Line]]:
    """The one table that has the headings: its columns, and the lines below the headings.

    Raises:
        InputError: None or more than one has headings for name, NIP and unit.
    """
    found, refusals = [], []
    for lines in tables or [[]]:
        try:
            found.append(find_columns(lines))
        except InputError as error:
            refusals.append(error)
    if not found:
        raise refusals[0]
    if len(found) > 1:
        raise InputError(
            "Lebih dari satu lembar memuat daftar pegawai. Simpan tiap lembar dalam berkasnya."
        )
    return found[0]


def find_columns(lines: Sequence[Line]) -> tuple[Columns, Sequence[Line]]:
    """The columns, and the lines below the headings.

    Raises:
        InputError: No line has headings for name, NIP and unit.
    """
    best: dict[str, int] = {}
    for index, line in enumerate(lines[:_SEARCHED_LINES]):
        found = _headings(line)
        if found.keys() >= _WORDS.keys():
            return Columns(**found), lines[index + 1 :]
        best = max(best, found, key=len)
    missing = ", ".join(word for key, word in _WORDS.items() if key not in best)
    raise InputError(f"Kolom {missing} tidak ditemukan. Baris judul harus memuat nama, nip, unit.")


def _headings(line: Line) -> dict[str, int]:
    found: dict[str, int] = {}
    for column, cell in enumerate(line.cells):
        heading = " ".join(re.findall(r"[a-z]+", str(cell).casefold()))
        for key, known in _HEADINGS.items():
            if heading in known:
                found.setdefault(key, column)
    return found
