"""The first thing painted."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel


def loading_page() -> QLabel:
    """A quiet word in the middle, while the libraries behind the pages are loaded."""
    page = QLabel("Memuat…")
    page.setProperty("role", "muted")
    page.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return page
