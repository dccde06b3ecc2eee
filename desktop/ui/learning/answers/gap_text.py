"""A text with widgets standing in it, as words do: they wrap with the lines around them."""

from __future__ import annotations

import re
from math import ceil
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QPointF, QSize, QUrl
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QImage,
    QPainter,
    QPalette,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from PySide6.QtGui import QPaintEvent, QResizeEvent, QTextLine

GAP = re.compile(r"\[\[(\w+)\]\]")
_ADDRESS = "gap:"
_PLACE = "\N{OBJECT REPLACEMENT CHARACTER}"
_ROOM = 2
"""Pixels left free around a widget."""
_NARROWEST = 240


class GapText(QWidget):
    """Draws rich text; where it says ``[[1]]`` stands the widget of that name.

    Only the first ``[[1]]`` is a place; what has no widget stays as written.
    """

    def __init__(self, html: str, widgets: Mapping[str, QWidget]) -> None:
        """Take the text, and the widgets by the names of their gaps."""
        super().__init__()
        self._html = html
        self._widgets = dict(widgets)
        self._document = QTextDocument(self)
        self._document.setDocumentMargin(0)
        self._heights: dict[int, int] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for each in self._widgets.values():
            each.setParent(self)
        self._write()

    def hasHeightForWidth(self) -> bool:
        """A narrower text is a taller one."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the text wrapped to a width."""
        if width not in self._heights:
            before = self._document.textWidth()
            self._document.setTextWidth(width)
            self._heights[width] = ceil(self._document.size().height())
            self._document.setTextWidth(before)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """As wide as it is now, or as the widest words need."""
        width = max(self.width(), _NARROWEST)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Narrow enough never to widen the page."""
        return QSize(_NARROWEST, self.heightForWidth(max(self.width(), _NARROWEST)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew."""
        super().resizeEvent(event)
        self._place_widgets()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the text in the colour of the theme."""
        context = QAbstractTextDocumentLayout.PaintContext()
        colour = self.palette().color(QPalette.ColorRole.WindowText)
        context.palette.setColor(QPalette.ColorRole.Text, colour)
        painter = QPainter(self)
        self._document.documentLayout().draw(painter, context)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Another font needs other lines, and other room for the widgets."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._write()

    def _write(self) -> None:
        self._heights.clear()
        self._document.setDefaultFont(self.font())
        unused = set(self._widgets)
        self._document.setHtml(GAP.sub(lambda found: self._room(found, unused), self._html))
        self.updateGeometry()
        self._place_widgets()

    def _room(self, found: re.Match[str], unused: set[str]) -> str:
        """A picture of nothing, as large as the widget that will stand on it."""
        name = found[1]
        if name not in unused:
            return found[0]
        unused.remove(name)
        widget = self._widgets[name]
        widget.ensurePolished()
        size = widget.sizeHint() + QSize(2 * _ROOM, 2 * _ROOM)
        address = f"{_ADDRESS}{name}"
        empty = QImage(1, 1, QImage.Format.Format_ARGB32)
        empty.fill(0)
        self._document.addResource(
            QTextDocument.ResourceType.ImageResource.value, QUrl(address), empty
        )
        return (
            f'<img src="{address}" width="{size.width()}" height="{size.height()}"'
            ' style="vertical-align: middle">'
        )

    def _place_widgets(self) -> None:
        self._document.setTextWidth(self.width())
        for name, corner in self._corners():
            widget = self._widgets[name]
            size = widget.sizeHint()
            widget.resize(min(size.width(), self.width()), size.height())
            widget.move((corner + QPointF(_ROOM, _ROOM)).toPoint())
        self.update()

    def _corners(self) -> Iterator[tuple[str, QPointF]]:
        """Where the document has put the room for each widget."""
        cursor = self._document.find(_PLACE)
        while not cursor.isNull():
            name = cursor.charFormat().toImageFormat().name()
            if name.startswith(_ADDRESS):
                yield name.removeprefix(_ADDRESS), self._corner(cursor)
            cursor = self._document.find(_PLACE, cursor)

    def _corner(self, cursor: QTextCursor) -> QPointF:
        block = self._document.findBlock(cursor.selectionStart())
        where = cursor.selectionStart() - block.position()
        # Lines are made only when the place of their block is asked for.
        top = self._document.documentLayout().blockBoundingRect(block).topLeft()
        line = block.layout().lineForTextPosition(where)
        height = cursor.charFormat().toImageFormat().height()
        return top + QPointF(_left(line, where), line.y() + (line.height() - height) / 2)


def _left(line: QTextLine, where: int) -> float:
    left: Any = line.cursorToX(where)  # the stubs say object: it is the place and the cursor
    return float(left[0])
