"""Buttons; each has words."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QPushButton

from desktop.ui.theme import current_tokens
from resources import load_icon

_ICON_COLOUR = {"primary": "accent_text", "quiet": "accent", "danger": "danger"}
_ICON_SIZE = 20
_GAP = 4
"""Between icon and words, beyond what the style leaves."""
_LEAST_HEIGHT = 38


class Button(QPushButton):
    """A push button with a role; its icon follows the theme."""

    def __init__(self, text: str, role: str, icon: str | None = None) -> None:
        """Take words, a role and the name of an icon."""
        super().__init__(text)
        self._role = role
        self._icon = icon
        self.setProperty("role", role)
        self.setMinimumHeight(_LEAST_HEIGHT)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(True)
        self.setIconSize(QSize(_ICON_SIZE + _GAP, _ICON_SIZE))
        self._draw()

    def show_icon(self, icon: str) -> None:
        """Show another icon."""
        self._icon = icon
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icon anew in the colours of the theme, or for its new side."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange}:
            self._draw()

    def _draw(self) -> None:
        if self._icon is not None:
            colour = _ICON_COLOUR.get(self._role, "text")
            gap = _GAP / _ICON_SIZE
            is_behind = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            room = (gap, 0.0) if is_behind else (0.0, gap)
            self.setIcon(load_icon(self._icon, getattr(current_tokens(), colour), room))


def button(text: str, role: str = "secondary", icon: str | None = None) -> Button:
    """A button. Roles: ``primary``, ``secondary``, ``quiet``, ``danger``."""
    return Button(text, role, icon)
