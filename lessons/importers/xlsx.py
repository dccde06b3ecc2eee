"""Questions from the workbook that :mod:`lessons.importers.xlsx_template` writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lessons.importers import xlsx_columns as columns
from lessons.importers.outcome import (
    XLSX,
    Imported,
    Outcome,
    Rejected,
    Skipped,
    UnreadableFile,
    Unusable,
)
from lessons.importers.xlsx_cells import read_sheets
from lessons.importers.xlsx_row import SheetRow, read_row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lessons.importers.xlsx_cells import Row

_HEADING_WITHIN = 20
_NEEDED = frozenset({columns.KIND, columns.TEXT})
_ESSAYS = frozenset({"esai", "uraian", "essay"})


def read_xlsx(data: bytes) -> Outcome:
    """Read every sheet that has the headings of the template; lines are rows.

    Raises:
        UnreadableFile: It is no workbook, or no sheet has the headings.
    """
    sheets = [rows for rows in map(_under_heading, read_sheets(data)) if rows is not None]
    if not sheets:
        raise UnreadableFile(
            "Buku kerja ini tidak mempunyai baris judul dengan kolom “Jenis” dan “Soal”."
            " Pakai templat dari “python -m lessons import --template templat.xlsx”."
        )
    questions: list[Imported] = []
    skipped: list[Skipped] = []
    rejected: list[Rejected] = []
    for row in (row for rows in sheets for row in rows):
        if row.kind() in _ESSAYS:
            skipped.append(Skipped(row.number, "essay", "Esai tidak dapat dinilai program."))
            continue
        try:
            questions.append(read_row(row))
        except Unusable as error:
            rejected.append(Rejected(row.number, str(error)))
    return Outcome(XLSX, tuple(questions), tuple(skipped), tuple(rejected))


def _under_heading(rows: list[Row]) -> list[SheetRow] | None:
    """The rows that hold questions; None where no heading is found."""
    known = {_word(name): name for name in columns.COLUMNS}
    for index, row in enumerate(rows[:_HEADING_WITHIN]):
        names = [known.get(_word(cell), "") for cell in row.cells]
        if names and _NEEDED.issubset(names):
            return list(_filled(names, rows[index + 1 :]))
    return None


def _filled(names: list[str], rows: list[Row]) -> Iterator[SheetRow]:
    for row in rows:
        cells: dict[str, str] = {}
        for name, cell in zip(names, row.cells, strict=False):
            if name and cell:
                cells.setdefault(name, cell)
        found = SheetRow(row.number, cells)
        if found.says_something():
            yield found


def _word(cell: str) -> str:
    return " ".join(cell.casefold().replace("*", " ").split())
