"""Where a reader is in a text, told by characters, so that no change of size moves the place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextBlock, QTextCursor

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTextBrowser


EDGE = 16
"""Pixels between the window's upper edge and the line that counts as the place."""


def reading_place(browser: QTextBrowser) -> float:
    """The share of the text above the first line that can be read, 0 to 1."""
    edge = browser.verticalScrollBar().value() + EDGE
    return _first_position_below(browser, edge) / _length(browser)


def go_to_place(browser: QTextBrowser, place: float) -> None:
    """Bring the line at a share of the text to the window's upper edge."""
    cursor = QTextCursor(browser.document())
    cursor.setPosition(round(place * _length(browser)))
    go_to_cursor(browser, cursor)


def go_to_cursor(browser: QTextBrowser, cursor: QTextCursor) -> None:
    """Bring the line of a cursor to the upper edge, as far as the text's end allows."""
    # Lays out the whole text, so that the scroll bar knows its range.
    browser.document().documentLayout().documentSize()
    bar = browser.verticalScrollBar()
    bar.setValue(bar.value() + browser.cursorRect(cursor).top() - EDGE)


def anchor_positions(browser: QTextBrowser) -> dict[str, int]:
    """Position, in characters, of each named anchor of the text."""
    found: dict[str, int] = {}
    block = browser.document().begin()
    while block.isValid():
        iterator = block.begin()
        while not iterator.atEnd():
            fragment = iterator.fragment()
            for name in fragment.charFormat().anchorNames():
                found.setdefault(name, fragment.position())
            iterator += 1
        block = block.next()
    return found


def _length(browser: QTextBrowser) -> int:
    return max(1, browser.document().characterCount() - 1)


def _first_position_below(browser: QTextBrowser, height: float) -> int:
    """The beginning of the first line that ends below a height of the text.

    Qt's own search by point answers with the far end of a table when the point lies between cells.
    """
    layout = browser.document().documentLayout()
    last = browser.document().characterCount() - 1
    block = browser.document().begin()
    while block.isValid():
        box = layout.blockBoundingRect(block)
        if box.bottom() > height:
            return min(last, block.position() + _line_start(block, height - box.top()))
        block = block.next()
    return last


def _line_start(block: QTextBlock, height: float) -> int:
    lines = block.layout()
    for number in range(lines.lineCount()):
        line = lines.lineAt(number)
        if line.rect().bottom() > height:
            return line.textStart()
    return block.length()  # in the space below the last line: what follows comes first
