"""Labels, cards, lines and layouts."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)


class Spacing:
    """The only distances in use, in pixels at 100 %."""

    XS: Final = 4
    S: Final = 8
    M: Final = 12
    L: Final = 16
    XL: Final = 24
    XXL: Final = 32


def set_role(widget: QWidget, role: str, name: str = "role") -> None:
    """Set the dynamic property by which the stylesheet dresses a widget, and dress it anew."""
    widget.setProperty(name, role)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def label(text: str, role: str = "body") -> QLabel:
    """Plain text that wraps; never read as HTML, since names and messages come from outside.

    Roles: ``display``, ``title``, ``heading``, ``body``, ``muted``, ``small``, ``error``,
    ``success``.
    """
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    made.setProperty("role", role)
    return made


def card() -> QFrame:
    """A raised surface; the caller lays it out."""
    made = QFrame()
    made.setProperty("role", "card")
    return made


def line() -> QFrame:
    """A quiet line across."""
    made = QFrame()
    made.setProperty("role", "line")
    return made


def page_scroll(widget: QWidget, takes_keys: bool = False) -> QScrollArea:
    """A page that scrolls down when the window is low, and never sideways.

    Args:
        widget: The page.
        takes_keys: For a page to read that holds nothing to which the keyboard could go.
    """
    made = QScrollArea()
    made.setWidgetResizable(True)
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus if takes_keys else Qt.FocusPolicy.NoFocus)
    widget.setProperty("role", "scrolled")
    made.setWidget(widget)
    return made


def centred(content: QWidget, parent: QWidget | None = None, margin: int = 0) -> QHBoxLayout:
    """A layout with room at both sides of a widget that has a greatest width."""
    across = row(parent, 0, margin)
    across.addStretch(1)
    across.addWidget(content, 100)
    across.addStretch(1)
    return across


def column(parent: QWidget | None = None, gap: int = Spacing.M, margin: int = 0) -> QVBoxLayout:
    """A layout from top to bottom; of ``parent`` when one is given."""
    made = QVBoxLayout() if parent is None else QVBoxLayout(parent)
    made.setSpacing(gap)
    made.setContentsMargins(margin, margin, margin, margin)
    return made


def row(parent: QWidget | None = None, gap: int = Spacing.M, margin: int = 0) -> QHBoxLayout:
    """A layout from left to right; of ``parent`` when one is given."""
    made = QHBoxLayout() if parent is None else QHBoxLayout(parent)
    made.setSpacing(gap)
    made.setContentsMargins(margin, margin, margin, margin)
    return made
