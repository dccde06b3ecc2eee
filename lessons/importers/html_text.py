"""HTML from editors of other systems as Markdown; what Markdown can't hold is told."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar

from lessons.importers.html_blocks import Block, Code, Paragraph, Table, code_span
from lessons.importers.html_tokens import Tag, tokens
from lessons.importers.markdown_text import escaped

if TYPE_CHECKING:
    from collections.abc import Callable

    Show = Callable[[str, str], str]
    """Keeps a picture by its source and alternative text; gives its Markdown, or bare text."""

_BREAK_TAGS = """
    p div br hr section article header footer main aside nav center address blockquote figure
    figcaption fieldset form legend dl dt dd caption h1 h2 h3 h4 h5 h6 details summary
"""
_BREAKS = frozenset(_BREAK_TAGS.split())
_MARKS = {"b": "**", "strong": "**", "i": "*", "em": "*", "cite": "*", "dfn": "*", "var": "*"}
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_CODES = frozenset({"code", "tt", "kbd", "samp"})
_SKIPPED = frozenset({"script", "style", "head", "svg", "math", "object", "applet", "canvas"})
_MEDIA = frozenset({"audio", "video", "iframe", "object", "embed", "applet", "canvas", "svg"})
_SUPERSCRIPT = str.maketrans("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ")
_SUBSCRIPT = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
_WEB = re.compile(r"https?://[^\s<>]+", re.IGNORECASE)


class HtmlReader:
    """Reads one text; the blocks and what was lost are there afterwards.

    Attributes:
        blocks: In their order.
        notes: What was lost, in Indonesian.
    """

    def __init__(self, show: Show, *, lines_matter: bool = False) -> None:
        """Begin with nothing read.

        Args:
            show: Gives the Markdown of a picture by its source and alternative text.
            lines_matter: Whether a line end is a break, as in Moodle's automatic format.
        """
        self.blocks: list[Block] = []
        self.notes: list[str] = []
        self._show = show
        self._lines_matter = lines_matter
        self._pieces: list[str] = []
        self._open: list[tuple[str, int, Tag]] = []
        self._lists: list[str] = []
        self._marker = ""
        self._skipping = ""
        self._code: list[str] | None = None
        self._rows: list[list[str]] | None = None
        self._in_cell = False

    def read(self, text: str) -> None:
        """Read all of it."""
        for token in tokens(text):
            if isinstance(token, str):
                self._text(token)
            elif self._skipping:
                if token.closes and token.name == self._skipping:
                    self._skipping = ""
            else:
                self._tag(token)
        self._end_code()
        self._end_table()
        self._flush()

    def _text(self, text: str) -> None:
        if self._skipping:
            return
        if self._code is not None:
            self._code.append(text)
            return
        lines = text.split("\n") if self._lines_matter else [text]
        for index, line in enumerate(lines):
            if index:
                self._break()
            is_code = any(name in _CODES for name, _, _ in self._open)
            self._pieces.append(line if is_code else escaped(line))

    def _tag(self, tag: Tag) -> None:
        if tag.name in _MEDIA and not tag.closes:
            self._lose("Media atau sisipan tidak ikut diimpor.")
        if tag.name in _SKIPPED:
            self._skipping = "" if tag.closes or tag.rest.endswith("/") else tag.name
        elif handler := self._HANDLERS.get(tag.name):
            handler(self, tag)
        elif tag.name in _BREAKS:
            self._break()
            self._heading(tag)
        elif tag.name in _MARKS or tag.name in _CODES or tag.name in ("a", "sub", "sup"):
            self._inline(tag)

    def _heading(self, tag: Tag) -> None:
        if tag.name in _HEADINGS:
            self._inline(Tag("b", tag.closes, ""))

    def _picture(self, tag: Tag) -> None:
        if not tag.closes:
            alternative = " ".join(tag.attribute("alt").split())
            self._pieces.append(self._show(tag.attribute("src"), alternative))

    def _pre(self, tag: Tag) -> None:
        self._end_code()
        self._break()
        self._code = None if tag.closes else []

    def _end_code(self) -> None:
        if self._code is None:
            return
        text, self._code = "".join(self._code).strip("\n"), None
        if not text.strip():
            return
        if self._rows is None:
            self.blocks.append(Code(text))
        else:
            self._pieces.append(code_span(" ".join(text.split())))

    def _list(self, tag: Tag) -> None:
        self._break()
        if not tag.closes:
            self._lists.append("1. " if tag.name == "ol" else "- ")
        elif self._lists:
            self._lists.pop()
        self._marker = ""

    def _item(self, tag: Tag) -> None:
        self._break()
        self._marker = "" if tag.closes else self._lists[-1] if self._lists else "- "

    def _table(self, tag: Tag) -> None:
        self._end_table()
        self._flush()
        self._rows = None if tag.closes else []

    def _row(self, tag: Tag) -> None:
        self._end_cell()
        if self._rows is not None and not tag.closes:
            self._rows.append([])

    def _cell(self, tag: Tag) -> None:
        self._end_cell()
        self._in_cell = self._rows is not None and not tag.closes
        if self._rows == []:
            self._rows.append([])

    def _end_cell(self) -> None:
        if self._in_cell and self._rows:
            self._rows[-1].append(self._taken())
        self._in_cell = False

    def _end_table(self) -> None:
        if self._rows is None:
            return
        self._end_cell()
        rows = tuple(tuple(row) for row in self._rows if any(row))
        self._rows = None
        if rows:
            self.blocks.append(Table(rows))

    def _inline(self, tag: Tag) -> None:
        if not tag.closes:
            self._open.append((tag.name, len(self._pieces), tag))
            return
        names = [name for name, _, _ in self._open]
        if tag.name in names:
            while self._close(*self._open.pop()) != tag.name:
                pass

    def _close(self, name: str, start: int, tag: Tag) -> str:
        inside = "".join(self._pieces[start:])
        del self._pieces[start:]
        bare = inside.strip()
        if not bare:
            self._pieces.append(inside)
            return name
        lead, trail = inside[: inside.index(bare[0])], inside[len(inside.rstrip()) :]
        self._pieces.append(f"{lead}{self._dressed(name, bare, tag)}{trail}")
        return name

    def _dressed(self, name: str, text: str, tag: Tag) -> str:
        if name in _CODES:
            return code_span(text)
        if name in ("sub", "sup"):
            return self._raised(name, text)
        if name == "a":
            return self._link(text, tag.attribute("href"))
        return f"{_MARKS[name]}{text}{_MARKS[name]}"

    def _raised(self, name: str, text: str) -> str:
        table = _SUPERSCRIPT if name == "sup" else _SUBSCRIPT
        if all(ord(letter) in table for letter in text):
            return text.translate(table)
        self._lose("Teks pangkat atau indeks ditulis sebagai ^(…) atau \\_(…).")
        return f"^({text})" if name == "sup" else f"\\_({text})"

    def _link(self, text: str, target: str) -> str:
        if _WEB.fullmatch(target) and "[" not in text.replace("\\[", ""):
            safe = target.replace("(", "%28").replace(")", "%29")
            return f"[{text}]({safe})"
        if target:
            self._lose("Tautan yang tidak menuju alamat http(s) menjadi teks biasa.")
        return text

    def _break(self) -> None:
        if self._rows is None:
            self._flush()
        else:
            self._pieces.append(" ")

    def _flush(self) -> None:
        text = self._taken()
        if not text:
            return
        last = self.blocks[-1] if self.blocks else None
        if self._marker:
            self.blocks.append(Paragraph(text, self._marker, max(1, len(self._lists))))
            self._marker = ""
        elif self._lists and isinstance(last, Paragraph) and last.marker:
            self.blocks[-1] = Paragraph(f"{last.text} {text}", last.marker, last.depth)
        else:
            self.blocks.append(Paragraph(text))

    def _taken(self) -> str:
        """What was gathered, in one line; marks that are open go on after it."""
        still_open = list(self._open)
        while self._open:
            self._close(*self._open.pop())
        text = " ".join("".join(self._pieces).replace("****", "").split())
        self._pieces = []
        self._open = [(name, 0, tag) for name, _, tag in still_open]
        return text

    def _lose(self, note: str) -> None:
        if note not in self.notes:
            self.notes.append(note)

    _HANDLERS: ClassVar[dict[str, Callable[[HtmlReader, Tag], None]]] = {
        "img": _picture,
        "pre": _pre,
        "ul": _list,
        "ol": _list,
        "li": _item,
        "table": _table,
        "tr": _row,
        "td": _cell,
        "th": _cell,
    }
