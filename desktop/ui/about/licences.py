"""«Lisensi»: the parts of the program at the left, the full text of the chosen one at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QPlainTextEdit

from desktop.errors import ProgramError
from desktop.ui.about.inner_page import InnerPage
from desktop.ui.kit import Spacing, column, label, row
from desktop.ui.learning.text_size import TextSize

if TYPE_CHECKING:
    from desktop.licences import Part
    from desktop.services.bundle import Services

_LIST_WIDTH = 250
_WHOLE = 100


class LicencesPage(InnerPage):
    """A list and a text to read."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self._parts: tuple[Part, ...] = ()
        self._list = _list()
        self._list.currentRowChanged.connect(self._choose)
        self._what = label("", "muted")
        self._what.setObjectName("licence_summary")
        self._text = _text()
        self._points = self._text.font().pointSizeF()
        self._size = TextSize(self)
        self._size.changed.connect(self._resize_text)
        self.setFocusProxy(self._list)
        self._lay_out()
        services.about.parts(self).success(self._show).failure(self._explain)

    def _lay_out(self) -> None:
        whole = column(self, Spacing.M)
        head = self.head("Lisensi")
        head.addWidget(self._size)
        whole.addLayout(head)
        body = row(gap=Spacing.M)
        body.addWidget(self._list)
        right = column(gap=Spacing.S)
        right.addWidget(self._what)
        right.addWidget(self._text, 1)
        body.addLayout(right, 1)
        whole.addLayout(body, 1)

    def _show(self, parts: tuple[Part, ...]) -> None:
        self._parts = parts
        self._list.addItems([f"{part.name} {part.version}".strip() for part in parts])
        self._list.setCurrentRow(0)

    def _choose(self, number: int) -> None:
        if not 0 <= number < len(self._parts):
            return
        part = self._parts[number]
        self._what.setText(" · ".join(filter(None, (part.licence, part.homepage))))
        reading = self._services.about.text_of(part, self)
        reading.success(lambda text: self._tell(number, text)).failure(self._explain)

    def _tell(self, number: int, text: str) -> None:
        # Who holds the arrow key down is at another part by now.
        if number == self._list.currentRow():
            self._text.setPlainText(text)

    def _explain(self, error: Exception) -> None:
        if not isinstance(error, ProgramError):
            raise error
        self._text.setPlainText(f"{error.title}\n\n{error.message}")

    def _resize_text(self, percent: int) -> None:
        font = self._text.font()
        font.setPointSizeF(self._points * percent / _WHOLE)
        self._text.setFont(font)


def _list() -> QListWidget:
    made = QListWidget()
    made.setObjectName("licence_list")
    made.setAccessibleName("Bagian program")
    made.setFixedWidth(_LIST_WIDTH)
    made.setWordWrap(True)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return made


def _text() -> QPlainTextEdit:
    made = QPlainTextEdit()
    made.setObjectName("licence_text")
    made.setAccessibleName("Teks lisensi")
    made.setReadOnly(True)
    made.setTabChangesFocus(True)
    # Read-only fields take no keys for the caret; a text to read scrolls by them.
    keys = Qt.TextInteractionFlag.TextSelectableByKeyboard
    made.setTextInteractionFlags(made.textInteractionFlags() | keys)
    return made
