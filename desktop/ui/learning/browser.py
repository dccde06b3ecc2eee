"""The page of a lesson: a text browser that shows its course and nothing else."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import QFontMetricsF, QImage, QResizeEvent, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QTextBrowser, QWidget

from desktop.ui.learning.course_files import Refused, picture_file
from desktop.ui.learning.glossary_marks import mark_terms
from desktop.ui.learning.pictures import Unreadable, blank_picture, read_picture
from desktop.ui.learning.reading_place import (
    EDGE,
    anchor_positions,
    go_to_cursor,
    go_to_place,
    reading_place,
)

_log = logging.getLogger(__name__)
_COLUMN_CHARACTERS = 74
_SAMPLE = "pelayanan yang baik dimulai dari kerja yang cermat dan jujur"
_TALLEST_SHARE = 0.9


@dataclass(frozen=True, slots=True)
class LessonPage:
    """What a browser shows.

    Attributes:
        html: The rendered lesson.
        folder: The course's folder, where its pictures lie; None for a page without pictures.
        glossary: Term and definition.
    """

    html: str
    folder: Path | None
    glossary: tuple[tuple[str, str], ...]


class CourseBrowser(QTextBrowser):
    """A column of text that keeps its place whatever the window does.

    Signals:
        reading_moved(): The reader scrolled, or went to a heading.
        link_followed(str): An address that leaves the page was chosen; nothing was opened.
        size_asked(int): The wheel asked for a larger (1) or smaller (-1) text.
    """

    reading_moved = Signal()
    link_followed = Signal(str)
    size_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = LessonPage("", None, ())
        self._place = 0.0
        self._settling = False
        self._picture_room = QSize()
        self.anchors: dict[str, int] = {}
        self._base_points = self.font().pointSizeF()
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.anchorClicked.connect(self._follow)
        self.verticalScrollBar().valueChanged.connect(self._note_place)

    def show_page(self, page: LessonPage, place: float) -> None:
        """Show a rendered lesson at a place from 0 to 1."""
        self._page = page
        self._place = place
        self._load()

    def place(self) -> float:
        """Share of the text above the upper edge, 0 to 1."""
        return self._place

    def at_end(self) -> bool:
        """Whether the last line can be seen."""
        bar = self.verticalScrollBar()
        return bar.value() >= bar.maximum()

    def go_to_anchor(self, name: str) -> None:
        """Bring a heading to the upper edge; an unknown name changes nothing."""
        if name in self.anchors:
            cursor = QTextCursor(self.document())
            cursor.setPosition(self.anchors[name])
            go_to_cursor(self, cursor)
            self._place = self.anchors[name] / max(1, self.document().characterCount() - 1)
            self.reading_moved.emit()

    def set_text_size(self, percent: int) -> None:
        """Set the size of the text in percent of the program's own, keeping the place."""
        font = self.font()
        font.setPointSizeF(self._base_points * percent / 100)
        self._settling = True
        self.setFont(font)
        self._fit_column()
        self._settling = False
        self._settle()

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Give a picture of the course; anything else is refused, logged, and shown as nothing.

        Something must be returned: Qt would open the file by itself otherwise.
        """
        address = name.toString() if isinstance(name, QUrl) else name
        try:
            return self._picture(address)
        except (Refused, Unreadable) as reason:
            _log.warning("refused resource of kind %s: %s", int(kind), reason)
            return blank_picture()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Centre the column anew and go back to the place."""
        self._settling = True
        super().resizeEvent(event)
        self._fit_column()
        self._settling = False
        if self._has_pictures() and self._room() != self._picture_room:
            self._load()
        else:
            self._settle()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl ask for another text size."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.size_asked.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def _load(self) -> None:
        self._settling = True
        self._picture_room = self._room()
        self.setHtml(self._page.html)
        mark_terms(self.document(), self._page.glossary)
        self._fit_column()
        self.anchors = anchor_positions(self)
        self._settling = False
        self._settle()

    def _settle(self) -> None:
        self._settling = True
        go_to_place(self, self._place)
        self._settling = False

    def _note_place(self) -> None:
        if not self._settling:
            self._place = reading_place(self)
            self.reading_moved.emit()

    def _fit_column(self) -> None:
        frame = self.document().rootFrame()
        shape = frame.frameFormat()
        side = self._side_margin()
        if shape.leftMargin() != side:
            shape.setMargin(EDGE)
            shape.setLeftMargin(side)
            shape.setRightMargin(side)
            frame.setFrameFormat(shape)

    def _side_margin(self) -> int:
        character = QFontMetricsF(self.font()).horizontalAdvance(_SAMPLE) / len(_SAMPLE)
        column = character * _COLUMN_CHARACTERS
        return max(EDGE, round((self.viewport().width() - column) / 2))

    def _room(self) -> QSize:
        view = self.viewport().size()
        width = view.width() - 2 * self._side_margin()
        return QSize(max(1, width), max(1, round(view.height() * _TALLEST_SHARE)))

    def _has_pictures(self) -> bool:
        return "<img" in self._page.html

    def _picture(self, address: str) -> QImage:
        if self._page.folder is None:
            raise Refused("no course is open")
        path = picture_file(self._page.folder, address)
        return read_picture(path, self._room(), self.devicePixelRatioF())

    def _follow(self, url: QUrl) -> None:
        address = url.toString()
        if address.startswith("#"):
            self.go_to_anchor(url.fragment())
        else:
            self.link_followed.emit(address)
