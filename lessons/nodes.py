"""A value of front matter, before a field says what it must be."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Node:
    """A text, a list or a mapping, and the line on which it stands, from 1."""

    line: int
    value: str | tuple[Node, ...] | dict[str, Node]
