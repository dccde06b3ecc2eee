"""Lines of a spreadsheet or a CSV file, whoever saved it."""

from __future__ import annotations

import codecs
import csv
import io
import warnings
import zipfile
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sync_server.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

MAX_LINES = 20_000
"""The whole city has some thousands of civil servants; a database takes so many values at once."""
MAX_BYTES = 32 * 1024 * 1024
MAX_UNPACKED = 256 * 1024 * 1024
_LAST_ROW = 2**20
"""So many rows a sheet has at most; all may be there and empty."""
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    SyntaxError,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    ArithmeticError,
    RuntimeError,
)
"""What openpyxl raises for files that are damaged, locked by a password, or no workbooks."""
_SEPARATORS = ";,\t"
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

Cell = str | int | float
"""A number where a spreadsheet holds one: it may have lost digits."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a table: its number in the file, from 1, and its cells; empty ones are ``""``."""

    number: int
    cells: tuple[Cell, ...]


def read_tables(path: Path) -> list[list[Line]]:
    """Read the lines that are not empty, of each sheet that is not hidden.

    Raises:
        InputError: The file can't be read, is too large, or is neither .xlsx nor .csv.
    """
    try:
        _require_size(path, path.stat().st_size, MAX_BYTES)
        if path.suffix.lower() == ".xlsx":
            return _xlsx(path)
        if path.suffix.lower() in {".csv", ".txt"}:
            return [_filled(_csv(path.name, path.read_bytes()))]
    except OSError as error:
        raise InputError(f"{path.name} tidak dapat dibuka: {error.strerror}.") from error
    raise InputError(f"{path.name} harus berkas .xlsx atau .csv.")


def _require_size(path: Path, size: int, most: int) -> None:
    if size > most:
        raise InputError(f"{path.name} terlalu besar (lebih dari {most // 1024**2} MB).")


def _filled(lines: Iterable[Line]) -> list[Line]:
    found = []
    for line in lines:
        if any(cell != "" for cell in line.cells):
            found.append(line)
        if len(found) > MAX_LINES or line.number > _LAST_ROW:
            raise InputError(f"Berkas terlalu panjang (lebih dari {MAX_LINES} baris).")
    return found


def _xlsx(path: Path) -> list[list[Line]]:
    # Slow to load, and no other command needs it.
    import openpyxl

    try:
        # A file of ours is closed whatever happens; the library leaves its own open.
        with path.open("rb") as file, zipfile.ZipFile(file) as parts, warnings.catch_warnings():
            # It tells of formats and lists that it leaves out; values are read all the same.
            warnings.simplefilter("ignore")
            _require_size(path, sum(part.file_size for part in parts.infolist()), MAX_UNPACKED)
            book = openpyxl.load_workbook(file, read_only=True, data_only=True)
            shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
            return [_filled(_rows(sheet)) for sheet in shown]
    except _BROKEN as error:
        raise InputError(f"{path.name} bukan berkas Excel (.xlsx) yang utuh.") from error


def _rows(sheet: Any) -> Iterator[Line]:  # noqa: ANN401 - the library names no type
    # A sheet may claim to fill all columns; each row tells itself how long it is.
    sheet.reset_dimensions()
    for number, row in enumerate(sheet.iter_rows(values_only=True), start=1):
        yield Line(number, tuple(_cell(value) for value in row))


def _cell(value: object) -> Cell:
    if value is None:
        return ""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    return str(value).strip()


def _csv(name: str, data: bytes) -> Iterator[Line]:
    text = _decode(name, data)
    separator = _separator(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        for row in reader:
            yield Line(reader.line_num, tuple(cell.strip() for cell in row))
    except csv.Error as error:
        raise InputError(f"{name} baris {reader.line_num} tidak dapat dibaca.") from error


def _separator(text: str) -> str:
    """What parts the headings: they are the first line that has it twice; titles hardly do."""
    lines = [line for line in text.splitlines() if line.strip()] or [""]
    parted = (line for line in lines if max(map(line.count, _SEPARATORS)) > 1)
    return max(_SEPARATORS, key=next(parted, lines[0]).count)


def _decode(name: str, data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decoded(name, data, encoding)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _decoded(name, data, "windows-1252")


def _decoded(name: str, data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(f"{name} bukan berkas teks. Simpan sebagai CSV UTF-8.") from error
