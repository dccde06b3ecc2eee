"""A sheet: title, headings and rows, with filter, frozen headings, and A4 landscape for print."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING

from lessons.progress import WIB

if TYPE_CHECKING:
    from collections.abc import Mapping

    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

Value = str | int | datetime | None
_A4 = 9
_HEADINGS_ROW = 3
"""Title, subtitle and an empty row stand above."""


class Kind(Enum):
    """What a column holds; the values are number formats."""

    TEXT = "@"
    COUNT = "#,##0"
    DAY = "dd-mm-yyyy"
    MOMENT = "dd-mm-yyyy hh.mm"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: heading, width in characters, and what it holds."""

    heading: str
    width: int
    kind: Kind = Kind.TEXT


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet to write.

    Attributes:
        subtitle: As of when, and from whose server.
        rows: Values by column; None stays an empty cell.
        strong: Which rows, from 0, stand out.
        note: A line below the table; may be empty.
    """

    name: str
    title: str
    subtitle: str
    columns: tuple[Column, ...]
    rows: Sequence[tuple[Value, ...]]
    strong: frozenset[int] = field(default=frozenset())
    note: str = ""


class SheetWriter:
    """Writes sheets into one workbook."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._title = book.add_format({"bold": True, "font_size": 14})
        self._quiet = book.add_format({"font_color": "#595959"})
        self._heading = book.add_format(
            {
                "bold": True,
                "bg_color": "#1F4E5F",
                "font_color": "#FFFFFF",
                "border": 1,
                "text_wrap": True,
                "valign": "vcenter",
            }
        )
        self._cells: Mapping[tuple[Kind, bool], Format] = {
            (kind, strong): book.add_format(_cell_style(kind, strong=strong))
            for kind in Kind
            for strong in (False, True)
        }

    def write(self, sheet: Sheet) -> None:
        """Add a sheet."""
        page = self._book.add_worksheet(sheet.name)
        page.write_string(0, 0, sheet.title, self._title)
        page.write_string(1, 0, sheet.subtitle, self._quiet)
        for number, column in enumerate(sheet.columns):
            page.set_column(number, number, column.width)
            page.write_string(_HEADINGS_ROW, number, column.heading, self._heading)
        for index, row in enumerate(sheet.rows):
            for number, (column, value) in enumerate(zip(sheet.columns, row, strict=True)):
                style = self._cells[column.kind, index in sheet.strong]
                _write(page, (_HEADINGS_ROW + 1 + index, number), value, style)
        last = _HEADINGS_ROW + len(sheet.rows)
        page.write_string(last + 2, 0, sheet.note, self._quiet)
        _prepare(page, last, len(sheet.columns) - 1)


def _cell_style(kind: Kind, *, strong: bool) -> dict[str, object]:
    style: dict[str, object] = {"num_format": kind.value, "border": 1, "border_color": "#BFBFBF"}
    return style | ({"bold": True, "bg_color": "#E8F0F2"} if strong else {})


def _write(page: Worksheet, cell: tuple[int, int], value: Value, style: Format) -> None:
    if value is None:
        page.write_blank(*cell, None, style)
    elif isinstance(value, datetime):
        page.write_datetime(*cell, value.astimezone(WIB).replace(tzinfo=None), style)
    elif isinstance(value, int):
        page.write_number(*cell, value, style)
    else:
        page.write_string(*cell, value, style)


def _prepare(page: Worksheet, last_row: int, last_column: int) -> None:
    # A NIP is a number kept as text on purpose.
    page.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
    page.freeze_panes(_HEADINGS_ROW + 1, 2)
    page.autofilter(_HEADINGS_ROW, 0, last_row, last_column)
    page.set_paper(_A4)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    page.repeat_rows(_HEADINGS_ROW)
    page.set_footer("&L&A&RHalaman &P dari &N")
