"""The size of the text in lessons and quizzes: two buttons and three keys."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop.ui.kit import Spacing, button, row

SMALLEST, NORMAL, LARGEST, STEP = 80, 100, 200, 10


class TextSize(QWidget):
    """Keeps the percentage and tells when it changes.

    Signals:
        changed(int): The new size in percent.
    """

    changed = Signal(int)

    def __init__(self, page: QWidget) -> None:
        """Listen on ``page`` to Ctrl with plus, minus and 0."""
        super().__init__()
        self._percent = NORMAL
        layout = row(self, Spacing.XS)
        for text, name, words, by in (
            ("A−", "smaller_text", "Perkecil tulisan", -STEP),
            ("A+", "larger_text", "Perbesar tulisan", STEP),
        ):
            made = button(text, "quiet")
            made.setObjectName(name)
            made.setAccessibleName(words)
            made.setToolTip(f"{words} (Ctrl dan tombol {'+' if by > 0 else '−'})")
            made.clicked.connect(lambda _=False, by=by: self.step(by))
            layout.addWidget(made)
        self._listen(page)

    def percent(self) -> int:
        """The size in percent of the program's own."""
        return self._percent

    def show_percent(self, percent: int) -> None:
        """Take over a kept size."""
        self._percent = min(LARGEST, max(SMALLEST, percent))

    def step(self, by: int) -> None:
        """Change the size by some percent, within its limits."""
        self._set(self._percent + by)

    def step_once(self, direction: int) -> None:
        """Change the size by one step up (1) or down (-1)."""
        self.step(STEP * direction)

    def _set(self, percent: int) -> None:
        before = self._percent
        self.show_percent(percent)
        if self._percent != before:
            self.changed.emit(self._percent)

    def _listen(self, page: QWidget) -> None:
        for keys, percent in (("Ctrl++", STEP), ("Ctrl+=", STEP), ("Ctrl+-", -STEP)):
            QShortcut(QKeySequence(keys), page, lambda by=percent: self.step(by))
        QShortcut(QKeySequence("Ctrl+0"), page, lambda: self._set(NORMAL))
