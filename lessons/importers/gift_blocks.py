"""A GIFT file cut into questions: what stands between empty lines, as Moodle cuts it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lessons.importers.gift_text import hidden

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_COMMENT = "//"


@dataclass(frozen=True, slots=True)
class Block:
    """One question, or what stands in the place of one.

    Attributes:
        line: With which the question itself begins, after comments; from 1.
        text: Without comments; escaped signs are hidden.
        torn: Whether an empty line tears its answers apart, which Moodle refuses.
    """

    line: int
    text: str
    torn: bool = False


def gift_blocks(text: str) -> Iterator[Block]:
    """The questions of a file; the pieces of one that is torn apart are one block."""
    before: list[Block] = []
    for block in _between_empty_lines(text):
        before.append(block)
        if _closes(block) and len(before) > 1:
            yield replace(_joined(before), torn=True)
            before = []
        elif not _could_go_on(before):
            yield from before[:-1]
            yield from _finished(before[-1])
            before = before[-1:] if _opens(before[-1]) else []
    yield from before


def _finished(block: Block) -> Iterator[Block]:
    if not _opens(block):
        yield block


def _could_go_on(before: list[Block]) -> bool:
    """Whether an answer list was opened and nothing since says that a new question began."""
    last = before[-1]
    return _opens(before[0]) and (len(before) == 1 or not ("{" in last.text or _is_new(last)))


def _is_new(block: Block) -> bool:
    return block.text.startswith(("::", "$CATEGORY:"))


def _opens(block: Block) -> bool:
    return "{" in block.text and "}" not in block.text


def _closes(block: Block) -> bool:
    return "}" in block.text and "{" not in block.text and not _is_new(block)


def _joined(blocks: Iterable[Block]) -> Block:
    first, *rest = blocks
    return Block(first.line, "\n\n".join((first.text, *(block.text for block in rest))))


def _between_empty_lines(text: str) -> Iterator[Block]:
    lines: list[tuple[int, str]] = []
    for number, line in enumerate((*text.split("\n"), ""), 1):
        bare = line.strip()
        if bare:
            lines.append((number, bare))
        elif lines:
            yield from _block(lines)
            lines = []


def _block(lines: list[tuple[int, str]]) -> Iterator[Block]:
    said = [(number, line) for number, line in lines if not line.startswith(_COMMENT)]
    if said:
        yield Block(said[0][0], hidden("\n".join(line for _, line in said)))
