"""The row of question numbers: where the learner is, and what is answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.services.standing import Standing
from desktop.ui.kit import Spacing, row, set_role
from desktop.ui.learning.words import standing_words

if TYPE_CHECKING:
    from desktop.services.running import Running

_SIZE = 38


class QuestionNumbers(QWidget):
    """One button for each question; its state is told in words as well.

    Signals:
        chosen(int): Position of a question, from 0.
    """

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._buttons: list[QPushButton] = []
        self._line = row(self, Spacing.XS)
        self._line.addStretch(1)
        self._line.addStretch(1)

    def show_quiz(self, running: Running, current: int) -> None:
        """Show the state of every question; ``current`` is the one on the screen, or -1."""
        self._have(len(running.forms))
        for position, standing in enumerate(running.standings()):
            _show(self._buttons[position], position, standing, position == current)

    def _have(self, count: int) -> None:
        while len(self._buttons) > count:
            self._buttons.pop().deleteLater()
        while len(self._buttons) < count:
            self._add(len(self._buttons))

    def _add(self, position: int) -> None:
        made = QPushButton(str(position + 1))
        made.setObjectName(f"question_{position + 1}")
        made.setProperty("role", "number")
        made.setFixedSize(_SIZE, _SIZE)
        made.setAutoDefault(True)
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        made.clicked.connect(lambda: self.chosen.emit(position))
        self._line.insertWidget(position + 1, made)
        self._buttons.append(made)


def _show(made: QPushButton, position: int, standing: Standing, here: bool) -> None:
    words = f"Soal {position + 1}, {standing_words(standing)}"
    words += ", sedang dibuka" if here else ""
    if made.accessibleName() == words:
        return
    made.setAccessibleName(words)
    made.setToolTip(words)
    made.setText(f"{position + 1}{'!' if standing is Standing.UNREADABLE else ''}")
    set_role(made, f"{_STATES.get(standing, 'open')}{'_here' if here else ''}", "state")


_STATES = {Standing.ANSWERED: "answered", Standing.UNREADABLE: "unreadable"}
