"""The line at the foot of the window that always tells what waits and when it was last sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame

from desktop.ui.kit import Spacing, button, picture, row
from desktop.ui.sync_words import sync_words

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from desktop.services.synchroniser import Synchroniser
    from desktop.storage.model import SyncState

_REFRESH_MS = 60_000


class StatusLine(QFrame):
    """One line that is also a button.

    Signals:
        opened(): Somebody wants the detail.
    """

    opened = Signal()

    def __init__(self, synchroniser: Synchroniser, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self.setProperty("role", "foot")
        self._synchroniser = synchroniser
        self._clock = clock
        self._picture = picture("cloud-off")
        self._button = button("", "status")
        self._button.setObjectName("sync_status")
        self._button.setToolTip("Lihat rincian sinkronisasi")
        self._button.clicked.connect(self.opened)
        line = row(self, Spacing.XS)
        line.setContentsMargins(Spacing.L, Spacing.XS, Spacing.L, Spacing.XS)
        line.addWidget(self._picture)
        line.addWidget(self._button)
        line.addStretch()
        synchroniser.state_changed.connect(self._show)
        synchroniser.running.connect(self._refresh)
        self._tick = QTimer(self, interval=_REFRESH_MS)
        self._tick.timeout.connect(self._refresh)
        self._tick.start()
        self._refresh()

    def _refresh(self) -> None:
        if self._synchroniser.state is not None:
            self._show(self._synchroniser.state)

    def _show(self, state: SyncState) -> None:
        words = sync_words(state, self._synchroniser.is_running, self._clock())
        self._picture.show_icon(words.icon, words.colour)
        self._button.setText(words.text)
        self._button.setAccessibleName(f"{words.text} Lihat rincian sinkronisasi.")
