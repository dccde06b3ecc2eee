"""The answers of one row of the workbook as an author of a course writes them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lessons.importers import xlsx_columns as columns
from lessons.importers.outcome import Unusable
from lessons.importers.translating import PLAIN
from lessons.questions.number import looks_numeric

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from lessons.importers.translating import Translator

    Cells = Mapping[str, str]
    Writer = Callable[[Cells, Translator], Iterator[str]]

_ARROW = "=>"
_KEY = re.compile(r"[A-Z](?:(?:\s*(?:[,;/&+]|DAN)\s*|\s*)[A-Z])*")
_TRUE = frozenset({"benar", "b", "true", "ya", "1"})
_FALSE = frozenset({"salah", "s", "false", "tidak", "0"})


def _answers(cells: Cells) -> list[tuple[str, str]]:
    """Letter and text of each answer that is filled in."""
    names = zip(columns.LETTERS, columns.ANSWERS, strict=True)
    return [(letter, cells[name]) for letter, name in names if name in cells]


def _single(cells: Cells, translator: Translator) -> Iterator[str]:
    keys = _keys(cells)
    if len(keys) > 1:
        raise Unusable(f"Kunci lebih dari satu. Pilih jenis “{columns.MULTIPLE}”.")
    return _options(cells, keys, "()", translator)


def _multiple(cells: Cells, translator: Translator) -> Iterator[str]:
    return _options(cells, _keys(cells), "[]", translator)


def _keys(cells: Cells) -> frozenset[str]:
    written = cells.get(columns.KEY, "").upper().strip(" .)")
    if not _KEY.fullmatch(written):
        raise Unusable("Kolom “Kunci” harus berisi huruf pilihan yang benar, misalnya A atau A, C.")
    keys = frozenset(written.replace("DAN", "")) & frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    missing = sorted(keys - {letter for letter, _ in _answers(cells)})
    if missing:
        raise Unusable(f"Kunci {', '.join(missing)} menunjuk pilihan yang kosong.")
    return keys


def _options(
    cells: Cells, keys: frozenset[str], brackets: str, translator: Translator
) -> Iterator[str]:
    for letter, text in _answers(cells):
        mark = f"{brackets[0]}{'x' if letter in keys else ' '}{brackets[1]}"
        yield f"- {mark} {letter.lower()}) {translator.line(text, PLAIN)}"
        yield from _feedback(cells, letter, translator)


def _feedback(cells: Cells, letter: str, translator: Translator) -> Iterator[str]:
    if text := cells.get(f"Umpan balik {letter}"):
        yield f"    > {translator.line(text, PLAIN)}"


def _true_false(cells: Cells, translator: Translator) -> Iterator[str]:
    word = cells.get(columns.KEY, "").casefold()
    if word not in _TRUE | _FALSE:
        raise Unusable("Kolom “Kunci” harus berisi Benar atau Salah.")
    for letter, text, right in (("A", "Benar", word in _TRUE), ("B", "Salah", word in _FALSE)):
        yield f"- ({'x' if right else ' '}) {text}"
        yield from _feedback(cells, letter, translator)


def _matching(cells: Cells, translator: Translator) -> Iterator[str]:
    for letter, text in _answers(cells):
        left, arrow, right = text.partition(_ARROW)
        if not arrow:
            raise Unusable(f"Jawaban {letter} tidak memuat “=>” antara sisi kiri dan kanan.")
        sides = [translator.line(each, PLAIN).replace(_ARROW, "=\\>") for each in (left, right)]
        yield f"- {letter.lower()}) {' => '.join(sides).strip()}"


def _ordering(cells: Cells, translator: Translator) -> Iterator[str]:
    for number, (letter, text) in enumerate(_answers(cells), 1):
        yield f"{number}. {letter.lower()}) {translator.line(text, PLAIN)}"


def _numbers(cells: Cells, _translator: Translator) -> Iterator[str]:
    for _, text in _answers(cells):
        yield f"= {' '.join(text.split())}"


def _short_texts(cells: Cells, translator: Translator) -> Iterator[str]:
    for line in _numbers(cells, translator):
        yield f'= "{line[2:]}"' if looks_numeric(line) else line


def _gaps(cells: Cells, _translator: Translator) -> Iterator[str]:
    for letter, text in _answers(cells):
        yield f"= [[{columns.LETTERS.index(letter) + 1}]] {' '.join(text.split())}"


ANSWERS: dict[str, Writer] = {
    columns.SINGLE: _single,
    columns.MULTIPLE: _multiple,
    columns.TRUE_FALSE: _true_false,
    columns.MATCHING: _matching,
    columns.ORDERING: _ordering,
    columns.NUMBER: _numbers,
    columns.SHORT_TEXT: _short_texts,
    columns.GAPS: _gaps,
}
"""How the answers of each type are written."""
