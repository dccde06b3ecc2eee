"""Imports in small portions, so that a window that is already there goes on taking input."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Iterable


class Loader(QObject):
    """Imports one module in each turn of the event loop, on the main thread.

    Not on a thread of its own: PySide makes its types at their first use, and two threads that use
    one for the first time at the same moment may find it half made.

    Signals:
        finished(): All were imported, or tried; one that fails is told like any unexpected error.
    """

    finished = Signal()

    def __init__(self, parent: QObject, modules: Iterable[str]) -> None:
        """Take the modules in the order of their importing, what others need first."""
        super().__init__(parent)
        self._rest = list(modules)
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._take_one)

    def start(self) -> None:
        """Begin with the next turn."""
        self._turn.start()

    def _take_one(self) -> None:
        if self._rest:
            import_module(self._rest.pop(0))
        else:
            self._turn.stop()
            self.finished.emit()
