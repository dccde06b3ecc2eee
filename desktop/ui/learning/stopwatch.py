"""Time spent on a page, by the monotonic clock."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer

_MILLISECONDS = 1000


class Stopwatch:
    """Counts whole seconds while it runs; a wrong clock of the PC can't disturb it."""

    def __init__(self) -> None:
        self._timer = QElapsedTimer()
        self._before = 0

    def start(self, already: int = 0) -> None:
        """Count from ``already`` seconds on."""
        self._before = already
        self._timer.start()

    def seconds(self) -> int:
        """Seconds so far; 0 before the start."""
        if not self._timer.isValid():
            return self._before
        return self._before + self._timer.elapsed() // _MILLISECONDS
