"""The right sides of a matching question, in full and with where they are used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel

from desktop.ui.kit import Spacing, column, label, line, row, set_role
from desktop.ui.learning.answers.letters import letter_of
from desktop.ui.learning.rich_label import rich_label
from desktop.ui.learning.words import series_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QVBoxLayout

_LETTER_WIDTH = 26


class RightSides(QFrame):
    """Letter, text, and below it «Dipakai pada butir 1 dan 3»."""

    def __init__(self, choices: Sequence[tuple[str, str]]) -> None:
        """Take id and rich text of each."""
        super().__init__()
        set_role(self, "card")
        self.setObjectName("right_sides")
        self._use: dict[str, QLabel] = {}
        layout = column(self, Spacing.S, Spacing.M)
        layout.addWidget(label("Pilihan pasangan", "heading"))
        for position, (choice, html) in enumerate(choices):
            layout.addWidget(line())
            self._add(layout, letter_of(position), choice, html)

    def show_use(self, used: Mapping[str, Sequence[int]]) -> None:
        """Show by which left sides, as numbers from 1, each is used."""
        for choice, words in self._use.items():
            numbers = used.get(choice, ())
            words.setText(f"Dipakai pada butir {series_words(numbers)}" if numbers else "")
            words.setVisible(bool(numbers))

    def _add(self, layout: QVBoxLayout, letter: str, choice: str, html: str) -> None:
        across = row(gap=Spacing.XS)
        shown = label(letter, "muted")
        shown.setFixedWidth(_LETTER_WIDTH)
        across.addWidget(shown, 0, Qt.AlignmentFlag.AlignTop)
        words = column(gap=Spacing.XS)
        words.addWidget(rich_label(html))
        self._use[choice] = label("", "small")
        self._use[choice].hide()
        words.addWidget(self._use[choice])
        across.addLayout(words, 1)
        layout.addLayout(across)
