"""A long list to choose from: by its arrow, by arrow keys, or by typing part of a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit

from desktop.ui.kit.fields import Labelled

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QWheelEvent

_MOST_SEEN = 9


class SearchBox(QComboBox):
    """A box whose list is sifted by what is typed; nothing is chosen at first.

    Attributes:
        line: Where people type.
    """

    def __init__(self, placeholder: str) -> None:
        super().__init__()
        self.line = QLineEdit()
        self.line.setPlaceholderText(placeholder)
        self.setEditable(True)
        self.setLineEdit(self.line)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(_MOST_SEEN)
        # Long texts must not make the form wider than its card.
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        sifted = QCompleter(self.model(), self)
        sifted.setFilterMode(Qt.MatchFlag.MatchContains)
        sifted.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        sifted.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        sifted.setMaxVisibleItems(_MOST_SEEN)
        self.setCompleter(sifted)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: scrolling over a box must not change it."""
        event.ignore()


class ChoiceField(Labelled):
    """A labelled box to choose one of many texts from.

    Attributes:
        box: The box itself.
    """

    def __init__(self, caption: str, name: str, hint: str = "", placeholder: str = "") -> None:
        """Take the words above, the object name of the box, and words of help below or in it."""
        self.box = SearchBox(placeholder)
        super().__init__(self.box, caption, name, hint)
        self.box.line.setAccessibleName(self.box.accessibleName())
        self.box.editTextChanged.connect(self.clear_error)

    def show_choices(self, choices: Iterable[tuple[str, str]], chosen: str = "") -> None:
        """Offer these: id and text of each; the one of this id, if there, is chosen already."""
        self.box.clear()
        for choice, text in choices:
            self.box.addItem(text, choice)
        only = 0 if self.box.count() == 1 else -1
        self.box.setCurrentIndex(self.box.findData(chosen) if chosen else only)

    def chosen(self) -> str:
        """The id of the choice; empty where what was typed fits none, or more than one."""
        index = self._index()
        if index < 0:
            return ""
        self.box.setCurrentIndex(index)
        return str(self.box.itemData(index))

    def _index(self) -> int:
        typed = self.box.currentText().strip().casefold()
        current = self.box.currentIndex()
        if current >= 0 and self.box.itemText(current).casefold() == typed:
            return current
        texts = [self.box.itemText(index).casefold() for index in range(self.box.count())]
        found = [index for index, text in enumerate(texts) if typed and typed in text]
        exact = [index for index in found if texts[index] == typed]
        return (exact or found)[0] if len(exact or found) == 1 else -1
