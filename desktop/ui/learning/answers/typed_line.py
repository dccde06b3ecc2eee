"""A line to type an answer in, kept exactly as typed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

_LONGEST = 200
"""Letters of one answer; far more than any accepted answer has."""


class TypedLine(QLineEdit):
    """Says nothing about what it holds; every letter and digit is text here, none an option key."""

    def __init__(self, name: str, accessible_name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(accessible_name)
        self.setMaxLength(_LONGEST)

    def typed(self) -> str:
        """What was typed; empty where it is nothing but blanks."""
        return self.text() if self.text().strip() else ""

    def show_typed(self, typed: object) -> None:
        """Show a kept text; anything else is shown as none."""
        self.setText(typed if isinstance(typed, str) else "")

    def focus_end(self) -> None:
        """Give the keyboard to it, behind what stands there."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.end(False)
