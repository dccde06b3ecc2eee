"""What a formula is made of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto


class TextKind(Enum):
    """What a piece of a formula without inner structure is."""

    NUMBER = auto()
    WORD = auto()
    SIGN = auto()
    """Stands between its neighbours: ``+``, ``=``, a comma."""
    POSTFIX = auto()
    """Belongs to what stands before it: ``%``."""


@dataclass(frozen=True, slots=True)
class Text:
    """A number, a word or a sign as it is to be shown."""

    kind: TextKind
    text: str


@dataclass(frozen=True, slots=True)
class Fraction:
    """One row above another; neither holds a fraction."""

    above: Row
    below: Row


@dataclass(frozen=True, slots=True)
class Sum:
    """``jumlah(…)``."""

    inside: Row


@dataclass(frozen=True, slots=True)
class Root:
    """``√…``."""

    inside: Row


@dataclass(frozen=True, slots=True)
class Group:
    """What stands in parentheses."""

    inside: Row


@dataclass(frozen=True, slots=True)
class Script:
    """A base with a power, an index or both; an empty row where there is none."""

    base: Part
    power: Row
    index: Row


Part = Text | Fraction | Sum | Root | Group | Script
Row = tuple[Part, ...]


def has_fraction(row: Row) -> bool:
    """Whether there is a fraction at any depth."""
    return any(isinstance(part, Fraction) or has_fraction(_inside(part)) for part in row)


def is_leading(row: Row, place: int) -> bool:
    """Whether a sign there has nothing to its left, such as the minus of “≥ −3”."""
    before = row[place - 1] if place else None
    return before is None or (isinstance(before, Text) and before.kind is TextKind.SIGN)


def need_space(before: Part, part: Part) -> bool:
    """Whether two neighbours are words or numbers that need a space between them."""
    if any(isinstance(each, Text) and each.kind is TextKind.SIGN for each in (before, part)):
        return False
    is_postfix = isinstance(part, Text) and part.kind is TextKind.POSTFIX
    return not is_postfix and not isinstance(part, Group)


def _inside(part: Part) -> Row:
    match part:
        case Sum(inside) | Root(inside) | Group(inside):
            return inside
        case Script(base, power, index):
            return (base, *power, *index)
        case _:
            return ()
