"""Python's collector of cycles, on the main thread alone."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 5_000


class Collector(QObject):
    """Looks for cycles from time to time, in place of Python's own collector.

    Python collects on whichever thread happens to allocate. On a worker thread it would destroy
    windows and timers of the main thread there, which Qt forbids.
    """

    def __init__(self, parent: QObject, every_ms: int = _EVERY_MS) -> None:
        """Take over from now until the program ends."""
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=every_ms)
        self._timer.timeout.connect(collect_what_is_due)
        self._timer.start()


def collect_what_is_due() -> None:
    """Collect the oldest generation whose count has passed Python's own threshold."""
    counts, limits = gc.get_count(), gc.get_threshold()
    for generation in (2, 1, 0):
        if counts[generation] > limits[generation]:
            gc.collect(generation)
            return
