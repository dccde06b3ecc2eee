"""Glossary words, explained where they first stand in the text of a page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

if TYPE_CHECKING:
    from collections.abc import Iterator

_NOT_TEXT = frozenset({"a", "code", "dfn", "figcaption", "h1", "h2", "h3", "math", "pre"})


@dataclass(frozen=True, slots=True)
class _Text:
    """A piece of text: before the first child of an element, or behind one of its children."""

    parent: Element
    child: Element | None

    @property
    def words(self) -> str:
        return (self.parent.text if self.child is None else self.child.tail) or ""

    def cut(self, start: int, end: int, between: Element) -> None:
        """Put an element in the place of the words from ``start`` to ``end``."""
        words, place = self.words, 0
        if self.child is None:
            self.parent.text = words[:start]
        else:
            self.child.tail = words[:start]
            place = list(self.parent).index(self.child) + 1
        between.tail = words[end:]
        self.parent.insert(place, between)


def term_ids(glossary: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    """An id for each entry; no heading can have it, since theirs hold no underscore."""
    return tuple(f"istilah_{number}" for number in range(1, len(glossary) + 1))


def mark_terms(root: Element, glossary: tuple[tuple[str, str], ...]) -> None:
    """Make the first place of each term a link to its definition.

    Headings, links and code are left as they are. A longer term goes before a shorter one that
    is part of it.
    """
    entries = zip(glossary, term_ids(glossary), strict=True)
    for (term, definition), entry in sorted(entries, key=lambda each: -len(each[0][0])):
        _mark(root, term, definition, entry)


def _mark(root: Element, term: str, definition: str, entry: str) -> None:
    words = r"\s+".join(re.escape(word) for word in term.split())
    if not words:
        return
    pattern = re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE)
    for text in _texts(root):
        if match := pattern.search(text.words):
            text.cut(match.start(), match.end(), _marked(match[0], definition, entry))
            return


def _marked(words: str, definition: str, entry: str) -> Element:
    mark = Element("dfn", {"class": "istilah"})
    link = SubElement(mark, "a", {"href": f"#{entry}", "title": definition})
    link.set("aria-describedby", f"{entry}-arti")
    link.text = words
    return mark


def _texts(element: Element) -> Iterator[_Text]:
    if element.tag in _NOT_TEXT:
        return
    yield _Text(element, None)
    for child in element:
        yield from _texts(child)
        yield _Text(element, child)
