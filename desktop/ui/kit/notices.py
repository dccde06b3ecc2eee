"""Framed words with an icon, for what a person should not overlook."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel

from desktop.ui.kit.blocks import Spacing, column, label, row, set_role
from desktop.ui.kit.pictures import Picture

ICONS: Final = {
    "info": ("info-circle", "accent"),
    "success": ("circle-check", "success"),
    "warning": ("alert-triangle", "warning"),
    "danger": ("alert-circle", "danger"),
}


class Notice(QFrame):
    """A heading and a message; tone by icon, colour and words.

    Attributes:
        across: Icon and words; more may stand at the right.
        words: Heading and message; more may stand below.
    """

    def __init__(self, title: str, message: str, tone: str) -> None:
        """Take the words, and one of ``info``, ``success``, ``warning``, ``danger``."""
        super().__init__()
        self.setProperty("role", "notice")
        self._picture = Picture(*ICONS[tone])
        self._title: QLabel = label("", "heading")
        self._message: QLabel = label("")
        self.across = row(self, Spacing.M, Spacing.M)
        self.across.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        self.words = column(gap=Spacing.XS)
        self.words.addWidget(self._title)
        self.words.addWidget(self._message)
        self.across.addLayout(self.words, 1)
        self.tell(title, message, tone)

    def tell(self, title: str, message: str, tone: str) -> None:
        """Say something else."""
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self._message.setText(message)
        self._picture.show_icon(*ICONS[tone])
        self.setAccessibleName(f"{title}. {message}" if title else message)
        set_role(self, tone, "tone")


def notice(title: str, message: str, tone: str = "info") -> Notice:
    """A notice; an empty title is left out. Tones as of :class:`Notice`."""
    return Notice(title, message, tone)
