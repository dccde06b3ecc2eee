"""Rendered Markdown as a label."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel


def rich_label(html: str, role: str = "body") -> QLabel:
    """Rendered Markdown that wraps; links lead nowhere here."""
    made = QLabel(html)
    made.setTextFormat(Qt.TextFormat.RichText)
    made.setWordWrap(True)
    made.setProperty("role", role)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
    return made
