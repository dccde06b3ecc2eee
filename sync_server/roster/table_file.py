"""Lines of a spreadsheet or a CSV file, whoever saved it."""

from __future__ import annotations

import codecs
import csv
import io
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sync_server.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MAX_LINES = 20_000
"""The whole city has some thousands of civil servants; a database takes so many values at once."""
MAX_BYTES = 32 * 1024 * 1024
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


def read_lines(path: Path) -> list[Line]:
    """Read the lines that are not empty.

    Raises:
        InputError: The file can't be read, is too large, or is neither .xlsx nor .csv.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            raise InputError(f"{path.name} terlalu besar (lebih dari 32 MB).")
        if path.suffix.lower() == ".xlsx":
            return _filled(_xlsx(path))
        if path.suffix.lower() in {".csv", ".txt"}:
            return _filled(_csv(path.name, path.read_bytes()))
    except OSError as error:
        raise InputError(f"{path.name} tidak dapat dibuka: {error.strerror}.") from error
    raise InputError(f"{path.name} harus berkas .xlsx atau .csv.")


def _filled(lines: Iterator[Line]) -> list[Line]:
    found = []
    for line in lines:
        if line.number > MAX_LINES:
            raise InputError(f"Berkas terlalu panjang (lebih dari {MAX_LINES} baris).")
        if any(cell != "" for cell in line.cells):
            found.append(line)
    return found


def _xlsx(path: Path) -> Iterator[Line]:
    # Slow to load, and no other command needs it.
    import openpyxl
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
        sheet = book.worksheets[0]
        for number, row in enumerate(sheet.iter_rows(values_only=True), start=1):
            yield Line(number, tuple(_cell(value) for value in row))
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, IndexError) as error:
        raise InputError(f"{path.name} bukan berkas Excel (.xlsx) yang utuh.") from error


def _cell(value: object) -> Cell:
    if value is None:
        return ""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    return str(value).strip()


def _csv(name: str, data: bytes) -> Iterator[Line]:
    text = _decode(name, data)
    first = next((line for line in text.splitlines() if line.strip()), "")
    separator = max(_SEPARATORS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        for row in reader:
            yield Line(reader.line_num, tuple(cell.strip() for cell in row))
    except csv.Error as error:
        raise InputError(f"{name} baris {reader.line_num} tidak dapat dibaca.") from error


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
