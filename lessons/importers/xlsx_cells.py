"""The cells of a workbook as text; whatever a hostile file could do is refused or ignored."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING

from lessons.importers.outcome import UnreadableFile

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_ROWS = 5000
MAX_COLUMNS = 64
MAX_CELL = 20_000
_MAX_BYTES = 16 * 1024 * 1024
_MAX_PARTS = 500
_MAX_UNPACKED = 32 * 1024 * 1024
_MAX_RATIO = 100
_SMALL = 1024 * 1024
_MAX_OTHER = 4 * 1024 * 1024
_MAY_BE_LONG = ("xl/worksheets/", "xl/sharedStrings", "xl/media/")
_ENCRYPTED = 0x1
_LINE_END = re.compile(r"\r\n?|_x000D_\n?")
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Row:
    """One row that is not empty: its number in the sheet, from 1, and its cells as text."""

    number: int
    cells: tuple[str, ...]


def read_sheets(data: bytes) -> list[list[Row]]:
    """The rows of each sheet that is not hidden; formulas give the values they had when saved.

    Raises:
        UnreadableFile: It is no workbook, is damaged, or unpacks to more than a workbook would.
    """
    # Slow to load, and no other format needs it.
    import openpyxl

    check_archive(data)
    try:
        with warnings.catch_warnings():
            # It tells of formats and lists that it leaves out; values are read all the same.
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(
                io.BytesIO(data), read_only=True, data_only=True, keep_links=False
            )
            shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
            return [list(_rows(sheet)) for sheet in shown]
    except UnreadableFile:
        raise
    except Exception as error:  # what the library raises for a damaged file can't be listed
        raise UnreadableFile("Berkas ini bukan buku kerja Excel (.xlsx) yang utuh.") from error


def check_archive(data: bytes) -> None:
    """Refuse what is no zip archive, and what would unpack to too much.

    Raises:
        UnreadableFile: See there.
    """
    if len(data) > _MAX_BYTES:
        raise UnreadableFile("Buku kerja ini terlalu besar (lebih dari 16 MB).")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise UnreadableFile("Berkas ini bukan buku kerja Excel (.xlsx) yang utuh.") from error
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        raise UnreadableFile("Buku kerja ini terkunci kata sandi. Simpan tanpa kata sandi.")
    unpacked = sum(part.file_size for part in parts)
    if len(parts) > _MAX_PARTS or unpacked > _MAX_UNPACKED or any(map(_is_bomb, parts)):
        raise UnreadableFile("Buku kerja ini membengkak jauh melebihi ukurannya; tidak dibuka.")


def _is_bomb(part: zipfile.ZipInfo) -> bool:
    most = _MAX_UNPACKED if part.filename.startswith(_MAY_BE_LONG) else _MAX_OTHER
    return part.file_size > min(most, max(_SMALL, part.compress_size * _MAX_RATIO))


def _rows(sheet: object) -> Iterator[Row]:
    # A sheet may claim to fill all columns; each row tells itself how long it is.
    sheet.reset_dimensions()  # type: ignore[attr-defined]
    rows = sheet.iter_rows(  # type: ignore[attr-defined]
        max_row=MAX_ROWS + 1, max_col=MAX_COLUMNS, values_only=True
    )
    for number, row in enumerate(rows, 1):
        cells = tuple(_text(value) for value in row)
        if any(cells):
            if number > MAX_ROWS:
                raise UnreadableFile(f"Lembar ini lebih dari {MAX_ROWS} baris. Bagi berkasnya.")
            yield Row(number, cells)


def _text(value: object) -> str:
    """What a person sees in a cell, numbers as Indonesians write them."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "Benar" if value else "Salah"
    if isinstance(value, int | float):
        return _number(value)
    if isinstance(value, date):
        has_time = isinstance(value, datetime) and value.time() != time()
        return value.strftime("%d-%m-%Y %H:%M" if has_time else "%d-%m-%Y")
    return _UNSEEN.sub(" ", _LINE_END.sub("\n", str(value))).strip()[:MAX_CELL]


def _number(value: float) -> str:
    exact = Decimal(repr(value)).normalize()
    return f"{exact:f}".replace(".", ",")
