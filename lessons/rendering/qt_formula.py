"""A formula as tables: Qt can't draw one thing above another in any other way."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from lessons.formulas import Fraction, Group, Part, Root, Row, Script, Sum, Text, TextKind, parse
from lessons.formulas.parts import has_fraction, is_leading, need_space

if TYPE_CHECKING:
    from lessons.rendering.colours import Colours

_SPACE = "\N{NO-BREAK SPACE}"
_TIGHT = frozenset({",", ";", ".", "·", "/", ":"})
_TABLE = {"border": "0", "cellspacing": "0", "cellpadding": "2"}
_AROUND = "margin-top: 4px; margin-bottom: 8px;"


def into_formula(element: Element, colours: Colours) -> None:
    """Turn an element whose text is a formula into one table for each of its lines."""
    lines = [line for line in (element.text or "").split("\n") if line.strip()]
    tail = element.tail
    element.clear()
    element.tag, element.tail = "div", tail
    for line in lines:
        table = SubElement(element, "table", _TABLE | {"style": _AROUND})
        _Line(SubElement(table, "tr"), colours.text).add(parse(line))


class _Line:
    """A row of cells: text in one, each fraction in one of its own."""

    def __init__(self, row: Element, colour: str, cell: Element | None = None) -> None:
        self._row = row
        self._colour = colour
        self._cell = cell

    def add(self, row: Row) -> None:
        for place, part in enumerate(row):
            if place and need_space(row[place - 1], part):
                self._write(_SPACE)
            self._part(part, leads=is_leading(row, place))

    def _part(self, part: Part, *, leads: bool) -> None:
        match part:
            case Text(TextKind.SIGN, text):
                self._write(_spaced(text, leads=leads))
            case Text(_, text):
                self._write(text)
            case Fraction(above, below):
                self._fraction(above, below)
            case Script(base, power, index):
                self._part(base, leads=True)
                self._script("sub", index)
                self._script("sup", power)
            case Sum(inside):
                self._headed("∑", _SPACE, inside)
            case Root(inside):
                self._headed("√", "", inside)
            case Group(inside):
                self._in_parentheses(inside)

    def _headed(self, sign: str, space: str, inside: Row) -> None:
        """Without a line above, parentheses say how far a root goes."""
        self._write(sign)
        if len(inside) > 1 or has_fraction(inside):
            self._in_parentheses(inside)
        else:
            self._write(space)
            self.add(inside)

    def _in_parentheses(self, inside: Row) -> None:
        self._write("(")
        self.add(inside)
        self._write(")")

    def _write(self, text: str) -> None:
        cell = self._text_cell()
        last = next(reversed(list(cell)), None)
        if last is None:
            cell.text = (cell.text or "") + text
        else:
            last.tail = (last.tail or "") + text

    def _script(self, tag: str, row: Row) -> None:
        if row:
            script = SubElement(self._text_cell(), tag)
            script.text = _plain(row)

    def _text_cell(self) -> Element:
        if self._cell is None:
            self._cell = SubElement(self._row, "td", {"valign": "middle"})
        return self._cell

    def _fraction(self, above: Row, below: Row) -> None:
        cell = SubElement(self._row, "td", {"valign": "middle"})
        self._cell = None
        table = SubElement(cell, "table", _TABLE)
        line = f"border-bottom: 1px solid {self._colour};"
        for half, style in ((above, line), (below, "")):
            home = SubElement(SubElement(table, "tr"), "td", {"align": "center"})
            if style:
                home.set("style", style)
            # A half holds no fraction, so all of it is text of this cell.
            _Line(home, self._colour, home).add(half)


def _plain(row: Row) -> str:
    """A power or index as text: neither holds a fraction."""
    home = Element("td")
    _Line(home, "", home).add(row)
    return "".join(home.itertext())


def _spaced(sign: str, *, leads: bool) -> str:
    if leads and sign in ("−", "+", "±"):
        return sign
    if sign in _TIGHT:
        return f"{sign} " if sign in (",", ";") else sign
    return f"{_SPACE}{sign}{_SPACE}"
