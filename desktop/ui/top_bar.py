"""The bar at the top: whose screen this is, the way home, lock, and change of person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame

from desktop.ui.kit import Button, ElidedLabel, Spacing, button, label, picture, row

if TYPE_CHECKING:
    from desktop.storage.model import Learner

_HEIGHT = 57


class TopBar(QFrame):
    """Shows buttons only while somebody is signed in.

    Signals:
        home_wanted(): "Beranda".
        lock_wanted(): "Kunci layar", or Ctrl+L.
        switch_wanted(): "Ganti pengguna".
        about_wanted(): "Tentang", or F1.
    """

    home_wanted = Signal()
    lock_wanted = Signal()
    switch_wanted = Signal()
    about_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "bar")
        self._home = _button("&Beranda", "home", "home_button")
        self._lock = _button("&Kunci layar", "lock", "lock_button")
        self._switch = _button("&Ganti pengguna", "users", "switch_button")
        self._about = _button("&Tentang", "info-circle", "about_button")
        self._name = ElidedLabel("person")
        self._name.setObjectName("signed_in_name")
        self._lock.setToolTip(f"Kunci layar ({QKeySequence('Ctrl+L').toString()})")
        self._about.setToolTip(f"Tentang Bina ASN ({QKeySequence('F1').toString()})")
        self._home.clicked.connect(self.home_wanted)
        self._lock.clicked.connect(self.lock_wanted)
        self._switch.clicked.connect(self.switch_wanted)
        self._about.clicked.connect(self.about_wanted)
        self._lay_out()
        self.show_learner(None)

    def show_learner(self, learner: Learner | None) -> None:
        """Show who is signed in, or nobody."""
        self._name.show_words(learner.name if learner else "")
        for widget in (self._home, self._about, self._name, self._lock, self._switch):
            widget.setVisible(learner is not None)

    def _lay_out(self) -> None:
        self.setMinimumHeight(_HEIGHT)
        across = row(self, Spacing.S)
        across.setContentsMargins(Spacing.L, Spacing.S, Spacing.L, Spacing.S)
        brand = label("Bina ASN", "brand")
        brand.setWordWrap(False)
        across.addWidget(picture("school", "accent", 24))
        across.addWidget(brand)
        across.addSpacing(Spacing.L)
        across.addWidget(self._home)
        across.addWidget(self._about)
        across.addStretch()
        across.addWidget(self._name)
        across.addSpacing(Spacing.S)
        across.addWidget(self._lock)
        across.addWidget(self._switch)


def _button(text: str, icon: str, name: str) -> Button:
    made = button(text, "quiet", icon)
    made.setObjectName(name)
    return made
