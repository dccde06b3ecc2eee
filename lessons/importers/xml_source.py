"""The bytes of a Moodle XML file as text that a parser takes, whole or question by question."""

from __future__ import annotations

import codecs
import html.entities
import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from lessons.importers.decoding import decode
from lessons.importers.outcome import UnreadableFile

if TYPE_CHECKING:
    from collections.abc import Iterator

_DECLARATION = re.compile(r"\s*<\?xml\b[^>]{0,300}\?>", re.IGNORECASE)
_DECLARED = re.compile(rb"""<\?xml\b[^>]{0,200}?\bencoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
_TEXT_CODEC = re.compile(
    r"ascii|utf-8|iso8859-\d+|cp\d+|koi8-\w|mac-\w+|gb\w+|big5\w*|shift_jis\w*|euc_\w+"
)
_NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_UNTOUCHED = re.compile(
    r"(?s:<!\[CDATA\[(?:.*?\]\]>|.*)|<!--(?:.*?-->|.*))"
    r"|&(?P<name>[A-Za-z][A-Za-z0-9]{1,40});|(?P<dtd><!DOCTYPE)",
    re.IGNORECASE,
)
_XML_OWN = frozenset({"amp", "lt", "gt", "quot", "apos"})
_QUESTION = re.compile(r"<question(?=[\s>/])", re.IGNORECASE)
_END = re.compile(r"</question\s*>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Block:
    """One question cut out of a file.

    Attributes:
        line: The line of the file on which it begins, from 1.
    """

    line: int
    text: str


def read_xml(data: bytes) -> str:
    """The text of a file in any encoding, without its declaration, lines kept."""
    text = _NOT_XML.sub(" ", _decode(data)).replace("\r\n", "\n").replace("\r", "\n")
    declaration = _DECLARATION.match(text)
    if declaration is None:
        return text
    return "\n" * declaration[0].count("\n") + text[declaration.end() :]


def resolved(text: str) -> str:
    """The text with the named entities of HTML resolved, which are undefined in XML.

    Raises:
        UnreadableFile: It has a DTD, in which entities could be defined.
    """
    return _UNTOUCHED.sub(_resolved, text)


def blocks(text: str) -> Iterator[Block]:
    """The questions of a text that is not well formed as a whole."""
    starts = [match.start() for match in _QUESTION.finditer(text)]
    line, counted = 1, 0
    for start, end in pairwise([*starts, len(text)]):
        line, counted = line + text.count("\n", counted, start), start
        close = _END.search(text, start, end)
        yield Block(line, text[start : close.end() if close else end])


def _decode(data: bytes) -> str:
    declared = _DECLARED.match(data.lstrip()[:400])
    codec = _codec(declared[1].decode("ascii")) if declared else None
    if codec is None:
        return decode(data)
    try:
        return codec.decode(data, "strict")[0]
    except UnicodeDecodeError:
        return decode(data)


def _codec(name: str) -> codecs.CodecInfo | None:
    try:
        codec = codecs.lookup(name)
    except LookupError:
        return None
    return codec if _TEXT_CODEC.fullmatch(codec.name) else None


def _resolved(match: re.Match[str]) -> str:
    if match["dtd"]:
        raise UnreadableFile(
            "Berkas XML ini memuat DOCTYPE, yang dapat merusak komputer pembacanya."
            " Ekspor ulang soal dari Moodle, atau hapus bagian itu."
        )
    name = match["name"]
    if name is None or name in _XML_OWN:
        return match[0]
    return escape(html.entities.html5.get(f"{name};", f"&{name};"))
