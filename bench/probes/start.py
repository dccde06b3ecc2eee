"""The real program from its start to the people on its first page."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from bench.probes.program import Waiting, run_watched
from bench.probes.watching import FirstInput, tell

if TYPE_CHECKING:
    from desktop.ui.main_window import MainWindow


def _watch(window: MainWindow) -> None:
    def note_input(painted: int, ready: int) -> None:
        def note_people(_: object) -> None:
            tell(painted=painted, ready=ready, people=time.monotonic_ns())
            window.close()

        Waiting(window, "sign_in_tile_1", note_people)

    FirstInput(window, note_input)


if __name__ == "__main__":
    sys.exit(run_watched(_watch))
