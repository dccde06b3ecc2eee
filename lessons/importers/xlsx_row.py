"""One row of the workbook: written as an author of a course would, and read as that."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lessons.headings import HeadingLine
from lessons.importers import xlsx_columns as columns
from lessons.importers.authored import read
from lessons.importers.outcome import Imported, Unusable
from lessons.importers.translating import PLAIN, Translator
from lessons.importers.xlsx_answers import ANSWERS
from lessons.problems import suggest

if TYPE_CHECKING:
    from collections.abc import Iterator

_KINDS = {
    **{kind: kind for kind in columns.KINDS},
    "single-choice": columns.SINGLE,
    "pilihan tunggal": columns.SINGLE,
    "multiple-choice": columns.MULTIPLE,
    "pilihan jamak": columns.MULTIPLE,
    "true-false": columns.TRUE_FALSE,
    "benar salah": columns.TRUE_FALSE,
    "benar / salah": columns.TRUE_FALSE,
    "matching": columns.MATCHING,
    "ordering": columns.ORDERING,
    "number": columns.NUMBER,
    "short-text": columns.SHORT_TEXT,
    "gaps": columns.GAPS,
}
_SAYING = frozenset({columns.TITLE, columns.TEXT, columns.KEY, *columns.ANSWERS})
_GAP = re.compile(r"\\\[\\\[([0-9]{1,2})\\\]\\\]")
_TITLE_LENGTH = 60


@dataclass(frozen=True, slots=True)
class SheetRow:
    """The cells of a row that are not empty, by the name of their column.

    Attributes:
        number: Of the row, from 1.
    """

    number: int
    cells: dict[str, str]

    def kind(self) -> str:
        """The word for the type, in lower case."""
        return " ".join(self.cells.get(columns.KIND, "").casefold().split())

    def says_something(self) -> bool:
        """Whether anything but settings is filled in."""
        return not _SAYING.isdisjoint(self.cells)


def read_row(row: SheetRow) -> Imported:
    """The question of a row.

    Raises:
        Unusable: Something is missing or can't be read.
    """
    kind = _kind(row)
    translator = Translator()
    question = read(_heading(row, kind), _lines(row, kind, translator))
    if _KINDS[question.kind] != kind:
        raise Unusable(f"Jawaban soal ini tidak cocok dengan jenis “{kind}”.")
    return Imported(question, row.number, tuple(translator.notes))


def _kind(row: SheetRow) -> str:
    word = row.kind()
    if not word:
        raise Unusable(f"Kolom “{columns.KIND}” kosong.")
    if word not in _KINDS:
        raise Unusable(f"Jenis “{word[:40]}” tidak dikenal. {suggest(word, columns.KINDS)}")
    return _KINDS[word]


def _heading(row: SheetRow, kind: str) -> HeadingLine:
    attributes = {}
    if level := row.cells.get(columns.LEVEL):
        attributes["tingkat"] = level.casefold()
    if weight := row.cells.get(columns.WEIGHT):
        attributes["bobot"] = weight
    if kind == columns.NUMBER and (unit := row.cells.get(columns.UNIT)):
        attributes["satuan"] = " ".join(unit.split())
    title = " ".join((row.cells.get(columns.TITLE) or row.cells.get(columns.TEXT, "")).split())
    return HeadingLine(row.number, 2, _short(title), f"baris-{row.number}", attributes)


def _short(title: str) -> str:
    if len(title) <= _TITLE_LENGTH:
        return title
    return f"{title[:_TITLE_LENGTH].rpartition(' ')[0] or title[:_TITLE_LENGTH]} …"


def _lines(row: SheetRow, kind: str, translator: Translator) -> Iterator[str]:
    text = translator.block(row.cells.get(columns.TEXT, ""), PLAIN)
    yield _GAP.sub(r"[[\1]]", text) if kind == columns.GAPS else text
    yield from ANSWERS[kind](row.cells, translator)
    if explanation := row.cells.get(columns.EXPLANATION):
        yield f"Pembahasan: {translator.block(explanation, PLAIN)}"
