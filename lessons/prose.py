"""The sentences of Markdown text, as people read them, with the lines on which they begin."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lessons.headings import outside_code
from lessons.source_text import Line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_BEGINS_BLOCK = re.compile(r"\s*(#|>|!!!|[-*+]\s|[0-9]+[.)]\s|\||:\s|\[\^|$)")
_NOT_READ = re.compile(r"\s*(\||[-=:*_]{3,}\s*$|#|!!!)")
_MARKS = re.compile(r"^\s*(>\s?|[-*+]\s+(\[[ xX]\]\s+)?|[0-9]+[.)]\s+|:\s+|\[\^[^\]]*\]:\s*)+")
_PICTURE = re.compile(r"!\[([^\[\]]*)\]\([^()]*\)")
_LINK = re.compile(r"\[([^\[\]]*)\]\([^()]*\)")
_NOTE = re.compile(r"\[\^[^\]]*\]")
_EMPHASIS = re.compile(r"[*_`]+")
_WORD = re.compile(r"[^\W_]+(?:[-'’./,][^\W_]+)*")
# A full stop after these, or after a single letter or figure in a list, ends no sentence.
_SHORT = frozenset(
    ("dr", "drs", "dra", "ir", "hj", "no", "nomor", "hlm", "tgl", "jl", "sdr", "sdri", "yth")
)
_END = re.compile(r"[.!?…][\"”’')\]]*(?=\s+[\"“‘'(\[]*[A-Z0-9À-Þ]|\s*$)")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence without its Markdown signs.

    Attributes:
        line: On which it begins, from 1.
    """

    line: int
    text: str

    def words(self) -> tuple[str, ...]:
        """Its words and figures."""
        return words_of(self.text)


def words_of(text: str) -> tuple[str, ...]:
    """The words and figures of a text; ``3.000`` and ``sehari-hari`` are one each."""
    return tuple(_WORD.findall(text))


def sentences_of(body: str, first_line: int = 1) -> tuple[Sentence, ...]:
    """The sentences of a Markdown text; headings, tables and code are none.

    Args:
        first_line: The line of the file on which the text begins.
    """
    lines = (Line(number, text) for number, text in enumerate(body.split("\n"), first_line))
    return tuple(found for block in _blocks(lines) for found in _sentences(block))


def _blocks(lines: Iterable[Line]) -> Iterator[list[Line]]:
    block: list[Line] = []
    for line, is_text in outside_code(lines):
        if block and (not is_text or _BEGINS_BLOCK.match(line.text)):
            yield block
            block = []
        if is_text and line.text.strip() and not _NOT_READ.match(line.text):
            block.append(Line(line.number, _plain(line.text)))
    if block:
        yield block


def _plain(text: str) -> str:
    text = _NOTE.sub("", _LINK.sub(r"\1", _PICTURE.sub("", _MARKS.sub("", text))))
    return _EMPHASIS.sub("", text).strip()


def _sentences(block: list[Line]) -> Iterator[Sentence]:
    text = " ".join(line.text for line in block)
    start = 0
    for match in _END.finditer(text):
        if not _goes_on(text[start : match.start()]):
            yield from _sentence(text, start, match.end(), block)
            start = match.end()
    yield from _sentence(text, start, len(text), block)


def _goes_on(before: str) -> bool:
    """Whether the full stop after this belongs to an abbreviation."""
    last = before.rsplit(None, 1)[-1].strip("(“\"'").casefold() if before.strip() else ""
    return last in _SHORT or (len(last) == 1 and last.isalpha())


def _sentence(text: str, start: int, end: int, block: list[Line]) -> Iterator[Sentence]:
    piece = text[start:end]
    if not words_of(piece):
        return
    at = start + len(piece) - len(piece.lstrip())
    for line in block:
        if at <= len(line.text):
            yield Sentence(line.number, piece.strip())
            return
        at -= len(line.text) + 1
