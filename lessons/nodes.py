"""A value of front matter, before a field says what it must be."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Where something begins in a file: line and column, from 1; column 0 is the whole line."""

    line: int
    column: int = 0


@dataclass(frozen=True, slots=True)
class Node:
    """A text, a list or a mapping, and where it begins.

    Attributes:
        name: Where the name of a field of a mapping begins; None for all else.
    """

    place: Place
    value: str | tuple[Node, ...] | dict[str, Node]
    name: Place | None = None
