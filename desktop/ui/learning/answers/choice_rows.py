"""The list of option rows that all choice questions share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from desktop.ui.kit import Spacing
from desktop.ui.learning.answers.base import AnswerWidget, Markup
from desktop.ui.learning.answers.letters import letter_of
from desktop.ui.learning.answers.option_row import OptionRow

if TYPE_CHECKING:
    from lessons.questions.base import Form


class ChoiceRows(AnswerWidget):
    """Rows of options, one below the other; subclasses say what the buttons mean."""

    button_type: type[QAbstractButton]
    lettered = True

    def __init__(self, form: Form, markup: Markup, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Spacing.S)
        self.rows: list[OptionRow] = []
        for choice in form.choices:
            self._add_row(choice.id, markup(choice.text))

    def _add_row(self, option: str, html: str) -> None:
        letter = letter_of(len(self.rows))
        row = OptionRow(self.button_type(), option, letter if self.lettered else "", html, self)
        row.setObjectName(f"option_{letter.lower()}")
        row.button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        row.button.clicked.connect(self.changed)
        self._column.addWidget(row)
        self.rows.append(row)

    def chosen(self) -> list[str]:
        """Ids of the chosen options, sorted so that the display order leaves no trace."""
        return sorted(row.option for row in self.rows if row.button.isChecked())

    def choose(self, position: int) -> bool:
        """Click the option at the position."""
        if not 0 <= position < len(self.rows):
            return False
        button = self.rows[position].button
        button.setFocus(Qt.FocusReason.ShortcutFocusReason)
        button.click()
        return True

    def focus_first(self) -> None:
        """Give the keyboard to the chosen option, or to the first."""
        chosen = [row for row in self.rows if row.button.isChecked()]
        for row in (chosen or self.rows)[:1]:
            row.button.setFocus(Qt.FocusReason.OtherFocusReason)
