"""The upper edge of the dialog's inner pages: the way back, and where one is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.ui.kit import Spacing, button, label, row

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QHBoxLayout


def page_head(title: str, back: Callable[[], object]) -> QHBoxLayout:
    """A line with the way back and a title; more may stand at its end."""
    button_back = button("&Kembali", "quiet", "arrow-left")
    button_back.setObjectName("back_button")
    button_back.clicked.connect(lambda: back())
    words = label(title, "title")
    words.setWordWrap(False)
    line = row(gap=Spacing.S)
    line.addWidget(button_back)
    line.addWidget(words)
    line.addStretch()
    return line
