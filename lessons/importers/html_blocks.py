"""What HTML becomes: paragraphs, list items, code and tables of Markdown."""

from __future__ import annotations

from dataclasses import dataclass

from lessons.importers.markdown_text import as_paragraph, wrapped

_INDENT = 4
_MAX_INDENT = 3


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Inline Markdown.

    Attributes:
        marker: ``- `` or ``1. `` where it is a list item; else empty.
        depth: How many lists are around it.
    """

    text: str
    marker: str = ""
    depth: int = 0

    def lines(self) -> list[str]:
        """As it stands in a file."""
        if not self.marker:
            return wrapped(as_paragraph(self.text))
        indent = " " * (_INDENT * min(self.depth - 1, _MAX_INDENT))
        return [f"{indent}{self.marker}{as_paragraph(self.text)}"]

    def inline(self) -> str:
        """As a part of one line."""
        return self.text


@dataclass(frozen=True, slots=True)
class Code:
    """Lines of code."""

    text: str

    def lines(self) -> list[str]:
        """As it stands in a file."""
        fence = "~~~" if "```" in self.text else "```"
        return [fence, *self.text.split("\n"), fence]

    def inline(self) -> str:
        """As a part of one line."""
        return code_span(" ".join(self.text.split()))


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, inline Markdown; the first row is the head."""

    rows: tuple[tuple[str, ...], ...]

    def lines(self) -> list[str]:
        """As it stands in a file."""
        width = max(map(len, self.rows))
        rows = [self._line(row, width) for row in self.rows]
        return [rows[0], self._line(("---",) * width, width), *rows[1:]]

    def inline(self) -> str:
        """As a part of one line."""
        return "; ".join(", ".join(filter(None, row)) for row in self.rows)

    @staticmethod
    def _line(row: tuple[str, ...], width: int) -> str:
        cells = (cell.replace("|", "\\|") for cell in (*row, *("",) * (width - len(row))))
        return f"| {' | '.join(cells)} |"


Block = Paragraph | Code | Table


def block_text(blocks: list[Block]) -> str:
    """Blocks as Markdown; list items stand together, all else apart."""
    pieces: list[str] = []
    for index, block in enumerate(blocks):
        before = blocks[index - 1] if index else None
        together = _is_item(block) and _is_item(before)
        pieces.append("" if before is None else "\n" if together else "\n\n")
        pieces.append("\n".join(block.lines()))
    return "".join(pieces)


def inline_text(blocks: list[Block]) -> str:
    """Blocks as one line."""
    return " ".join(filter(None, (block.inline() for block in blocks)))


def code_span(text: str) -> str:
    """Inline code."""
    if not text.strip():
        return ""
    return f"`` {text} ``" if "`" in text else f"`{text}`"


def _is_item(block: Block | None) -> bool:
    return isinstance(block, Paragraph) and bool(block.marker)
