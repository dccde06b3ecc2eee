"""Icons that follow the theme."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QLabel

from desktop.ui.theme import current_tokens
from resources import load_icon


class Picture(QLabel):
    """An icon beside words; says nothing to screen readers, since the words do."""

    def __init__(self, name: str, colour: str = "muted", size: int = 20) -> None:
        """Take an icon's name, the name of a colour token, and pixels."""
        super().__init__()
        self._name = name
        self._colour = colour
        self._size = size
        self.setFixedSize(size, size)
        self._draw()

    def show_icon(self, name: str, colour: str) -> None:
        """Show another icon."""
        self._name, self._colour = name, colour
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Draw anew in the colours of the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._draw()

    def _draw(self) -> None:
        icon = load_icon(self._name, getattr(current_tokens(), self._colour))
        self.setPixmap(icon.pixmap(QSize(self._size, self._size), self.devicePixelRatio()))


def picture(name: str, colour: str = "muted", size: int = 20) -> Picture:
    """An icon of the set, in the colour of a token, that follows the theme."""
    return Picture(name, colour, size)
