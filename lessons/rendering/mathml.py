"""A formula as MathML."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from lessons.formulas import Fraction, Group, Part, Root, Row, Script, Sum, Text, TextKind, parse
from lessons.formulas.parts import is_leading, need_space

if TYPE_CHECKING:
    from collections.abc import Iterable

_GAP = {"width": "0.3em"}


def into_formula(element: Element) -> None:
    """Turn an element whose text is a formula into one ``math`` for each of its lines."""
    lines = [line for line in (element.text or "").split("\n") if line.strip()]
    tail = element.tail
    element.clear()
    element.tag, element.tail = "div", tail
    element.set("class", "rumus")
    for line in lines:
        math = SubElement(element, "math", {"display": "block"})
        math.append(_row(parse(line)))


def _row(row: Row) -> Element:
    made = Element("mrow")
    made.extend(_parts(row))
    return made


def _parts(row: Row) -> Iterable[Element]:
    for place, part in enumerate(row):
        if place and need_space(row[place - 1], part):
            yield Element("mspace", _GAP)
        made = _part(part)
        if made.tag == "mo" and is_leading(row, place):
            made.set("form", "prefix")
        yield made


def _part(part: Part) -> Element:
    match part:
        case Text(kind, text):
            return _text(kind, text)
        case Fraction(above, below):
            return _of("mfrac", _row(above), _row(below))
        case Script(base, power, index):
            return _script(_part(base), power, index)
        case Sum(inside):
            return _sum(inside)
        case Root(inside):
            return _of("msqrt", _row(inside))
        case Group(inside):
            return _of("mrow", *_in_parentheses(_row(inside)))


def _text(kind: TextKind, text: str) -> Element:
    """Words are ``mi``: MathML takes ``mtext`` for space, and would misplace the signs between."""
    if kind is TextKind.SIGN:
        return _leaf("mo", text)
    return _leaf("mn" if kind is TextKind.NUMBER else "mi", text)


def _script(base: Element, power: Row, index: Row) -> Element:
    if power and index:
        return _of("msubsup", base, _row(index), _row(power))
    return _of("msup", base, _row(power)) if power else _of("msub", base, _row(index))


def _sum(inside: Row) -> Element:
    """The sign, then what is summed; parentheses where it is more than one piece."""
    row = _row(inside)
    summed = [row] if len(inside) == 1 else _in_parentheses(row)
    return _of("mrow", _leaf("mo", "∑"), *summed)


def _in_parentheses(row: Element) -> list[Element]:
    opening, closing = _leaf("mo", "("), _leaf("mo", ")")
    opening.set("form", "prefix")
    closing.set("form", "postfix")
    return [opening, row, closing]


def _leaf(tag: str, text: str) -> Element:
    leaf = Element(tag)
    leaf.text = text
    return leaf


def _of(tag: str, *children: Element) -> Element:
    made = Element(tag)
    made.extend(children)
    return made
