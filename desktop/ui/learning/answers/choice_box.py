"""A box to choose one of several texts from, safe in a page that scrolls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QListView,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent, QWheelEvent

_NOTHING = "Pilih…"
_LEAST_LETTERS = 8
_INNER_ROOM = 6


class ChoiceBox(QComboBox):
    """Begins with «Pilih…», which stands for no answer; long texts wrap in the open list."""

    def __init__(self, choices: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        """Take id and plain text of each choice."""
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_LEAST_LETTERS)
        self._let_texts_wrap()
        self.addItem(_NOTHING, "")
        for choice, text in choices:
            self.addItem(text, choice)
            self.setItemData(self.count() - 1, text, Qt.ItemDataRole.ToolTipRole)
        self.currentTextChanged.connect(self._tell_whole_text)

    def chosen(self) -> str:
        """The id of the choice; empty where none was made."""
        return str(self.currentData())

    def show_choice(self, choice: object) -> None:
        """Show the choice of this id; anything else is shown as none."""
        found = self.findData(choice) if isinstance(choice, str) else -1
        self.setCurrentIndex(max(0, found))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: scrolling over a box must not change an answer."""
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it with an ellipsis where its text has no room; styled boxes cut their letters."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        field = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox,
            option,
            QStyle.SubControl.SC_ComboBoxEditField,
            self,
        )
        option.currentText = self.fontMetrics().elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, field.width() - _INNER_ROOM
        )
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()

    def _let_texts_wrap(self) -> None:
        view = QListView()
        view.setWordWrap(True)
        view.setTextElideMode(Qt.TextElideMode.ElideNone)
        view.setResizeMode(QListView.ResizeMode.Adjust)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setView(view)

    def _tell_whole_text(self, text: str) -> None:
        """The box may have no room for all of it."""
        self.setToolTip(text if self.currentIndex() else "")
