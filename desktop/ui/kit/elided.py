"""One line of words that gives way when there is no room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

_LEAST_WIDTH = 60


class ElidedLabel(QLabel):
    """Shows as much as fits, with an ellipsis; the whole as tooltip and to screen readers."""

    def __init__(self, role: str) -> None:
        super().__init__()
        self._words = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)

    def show_words(self, words: str) -> None:
        """Show other words."""
        self._words = words
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.updateGeometry()
        self._fit()

    def sizeHint(self) -> QSize:
        """As wide as all words."""
        return QSize(self.fontMetrics().horizontalAdvance(self._words) + 1, self._height())

    def minimumSizeHint(self) -> QSize:
        """Narrow enough never to widen the window."""
        return QSize(_LEAST_WIDTH, self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten to the new width."""
        super().resizeEvent(event)
        self._fit()

    def _height(self) -> int:
        return self.fontMetrics().height()

    def _fit(self) -> None:
        right = Qt.TextElideMode.ElideRight
        self.setText(self.fontMetrics().elidedText(self._words, right, self.width()))
