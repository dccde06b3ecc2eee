"""The real program from its start to the people on its first page."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from bench.probes.program import Waiting, run_watched
from bench.probes.watching import FirstInput, tell

if TYPE_CHECKING:
    from desktop.ui.main_window import MainWindow

_BEAT_MS = 5


class Pulse(QObject):
    """Beats on the main thread.

    Attributes:
        longest: Nanoseconds of the longest time without a beat: so long no input was taken.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.longest = 0
        self._last = time.monotonic_ns()
        timer = QTimer(self, interval=_BEAT_MS)
        timer.timeout.connect(self._beat)
        timer.start()

    def _beat(self) -> None:
        now = time.monotonic_ns()
        self.longest = max(self.longest, now - self._last)
        self._last = now


def _watch(window: MainWindow) -> None:
    def note_input(painted: int, ready: int) -> None:
        pulse = Pulse(window)

        def note_people(_: object) -> None:
            now = time.monotonic_ns()
            tell(painted=painted, ready=ready, people=now, longest=pulse.longest)
            window.close()

        Waiting(window, "sign_in_tile_1", note_people)

    FirstInput(window, note_input)


if __name__ == "__main__":
    sys.exit(run_watched(_watch))
