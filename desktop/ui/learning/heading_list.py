"""The headings of a lesson as a native list, which screen readers can read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lessons.course import Heading

_ID = Qt.ItemDataRole.UserRole
_WIDTH = 250
_TOP_LEVEL = 2


class HeadingList(QListWidget):
    """Shows where the reader is, and leads to a heading.

    Signals:
        chosen(str): Id of a heading that was clicked or entered.
    """

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("heading_list")
        self.setAccessibleName("Daftar isi pelajaran")
        self.setWordWrap(True)
        self.setFixedWidth(_WIDTH)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.itemClicked.connect(self._choose)
        self.itemActivated.connect(self._choose)

    def show_headings(self, headings: tuple[Heading, ...]) -> None:
        """List the headings, lower ones indented."""
        self.clear()
        for heading in headings:
            indent = "    " if heading.level > _TOP_LEVEL else ""
            item = QListWidgetItem(indent + heading.text)
            item.setData(_ID, heading.id)
            self.addItem(item)

    def mark(self, anchors: Mapping[str, int], position: int) -> None:
        """Mark the last heading at or before a position in the text."""
        current = -1
        for number in range(self.count()):
            if anchors.get(self.item(number).data(_ID), position + 1) <= position:
                current = number
        if current != self.currentRow():
            self.setCurrentRow(current)

    def _choose(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(_ID))
