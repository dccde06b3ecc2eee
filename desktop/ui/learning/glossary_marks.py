"""Glossary words of a lesson, explained where they first stand in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument

if TYPE_CHECKING:
    from collections.abc import Iterable

_WHOLE = QTextDocument.FindFlag.FindWholeWords


def mark_terms(document: QTextDocument, glossary: Iterable[tuple[str, str]]) -> None:
    """Underline with dots the first place of each term, with its definition as a tooltip.

    Headings are left as they are; the glossary at the end of the page says the same to everybody.
    """
    for term, definition in glossary:
        place = _first_in_text(document, term)
        if place is not None:
            look = QTextCharFormat()
            look.setToolTip(definition)
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            place.mergeCharFormat(look)


def _first_in_text(document: QTextDocument, term: str) -> QTextCursor | None:
    found = document.find(term, 0, _WHOLE)
    while not found.isNull() and found.blockFormat().headingLevel():
        found = document.find(term, found, _WHOLE)
    return None if found.isNull() else found
