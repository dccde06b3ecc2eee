"""A person as strangers may see him or her: initials in a circle, name, last four digits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from desktop.ui.kit import Spacing, column, label, row

if TYPE_CHECKING:
    from desktop.services.people import Tile

_CIRCLE = 44


def masked(tile: Tile) -> str:
    """``•••• 1004``, and whether somebody still has to verify the person."""
    return f"•••• {tile.digits}" + ("" if tile.verified else " · menunggu verifikasi")


class PersonBadge(QWidget):
    """Lays the three out in a row; takes no clicks itself."""

    def __init__(self, tile: Tile) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        across = row(self, Spacing.M)
        across.addWidget(_circle(tile.initials), 0, Qt.AlignmentFlag.AlignVCenter)
        words = column(gap=0)
        words.addStretch()
        words.addWidget(label(tile.name, "heading"))
        words.addWidget(label(masked(tile), "small"))
        words.addStretch()
        across.addLayout(words, 1)


def _circle(initials: str) -> QLabel:
    made = label(initials, "avatar")
    made.setWordWrap(False)
    made.setFixedSize(_CIRCLE, _CIRCLE)
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return made
