"""What the probes share: when a window takes input, what a process weighs, and how they tell."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

_MAPS = Path("/proc/self/smaps")
_QT = ("/PySide6/", "/shiboken6/")
_KEY = Qt.Key.Key_F35
"""A key that no keyboard here has, and no program listens to."""


class FirstInput(QObject):
    """Sends a window a key as soon as its first paint is over, and tells when it was handled.

    The key waits behind everything that the program still does in its main thread, as a real one
    would.
    """

    def __init__(self, window: QWidget, then: Callable[[int, int], None]) -> None:
        """Take the window and whom to tell: monotonic nanoseconds of first paint and of input."""
        super().__init__(window)
        self._window = window
        self._then = then
        self._painted_at = 0
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - an override
        """Note the first paint and the key."""
        if event.type() == QEvent.Type.Paint and not self._painted_at:
            self._painted_at = time.monotonic_ns()
            QTimer.singleShot(0, self._send_key)
        if isinstance(event, QKeyEvent) and event.key() == _KEY:
            self._window.removeEventFilter(self)
            self._then(self._painted_at, time.monotonic_ns())
            return True
        return super().eventFilter(watched, event)

    def _send_key(self) -> None:
        key = QKeyEvent(QEvent.Type.KeyPress, _KEY, Qt.KeyboardModifier.NoModifier)
        QCoreApplication.postEvent(self._window, key)


def weigh() -> int | None:
    """This process's proportional set size in KiB; None where the system does not tell.

    Qt's pages count in full, as on a PC where nothing else uses Qt: another such program that
    happens to run beside the measurement would take half of their weight away.
    """
    if not _MAPS.exists():
        return None
    total, key = 0, "Pss"
    for line in _MAPS.read_text().splitlines():
        name, _, rest = line.partition(":")
        if name == key:
            total += int(rest.split()[0])
        elif "-" in name:
            key = "Rss" if any(part in rest for part in _QT) else "Pss"
    return total


def tell(**seen: int | None) -> None:
    """One line of JSON to whoever started the probe."""
    sys.stdout.write(json.dumps(seen) + "\n")
    sys.stdout.flush()
