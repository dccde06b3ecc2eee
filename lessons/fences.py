"""Fenced blocks of Markdown: code, and formulas."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lessons.headings import fence_mark
from lessons.source_text import Line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


FORMULA = "rumus"


@dataclass(frozen=True, slots=True)
class Fence:
    """A fenced block.

    Attributes:
        opening: The line of its upper fence.
        inside: The lines between the fences, as they stand in the file.
        closed: Whether there is a lower fence.
    """

    opening: Line
    inside: tuple[Line, ...]
    closed: bool

    @property
    def kind(self) -> str:
        """The word behind the upper fence; empty where there is none."""
        return self.opening.text.strip().lstrip("`~").strip()

    @property
    def indent(self) -> str:
        """The white space before the upper fence."""
        return self.opening.text[: -len(self.opening.text.lstrip())]

    def text(self) -> str:
        """What is inside, without the indent of the fence."""
        indent = len(self.indent)
        return "\n".join(_dedented(line.text, indent) for line in self.inside)


def blocks(lines: Iterable[Line]) -> Iterator[Line | Fence]:
    """The lines outside fences, and each fenced block as one."""
    opening: Line | None = None
    inside: list[Line] = []
    for line in lines:
        mark = fence_mark(line.text)
        if opening is None:
            opening = line if mark else None
            if not mark:
                yield line
        elif mark and mark == fence_mark(opening.text):
            yield Fence(opening, tuple(inside), closed=True)
            opening, inside = None, []
        else:
            inside.append(line)
    if opening is not None:
        yield Fence(opening, tuple(inside), closed=False)


def _dedented(text: str, indent: int) -> str:
    space = len(text) - len(text.lstrip())
    return text[min(indent, space) :]
