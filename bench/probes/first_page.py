"""The program as people start it, telling line by line how far it has come; then it is closed.

`painted`: the window is on the screen. `people`: so is its first page, where a name is chosen.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer

from bench.probes.program import Waiting, run_watched

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from desktop.ui.main_window import MainWindow


class Painted(QObject):
    """Tells once when a widget that can be seen has been painted."""

    def __init__(self, widget: QWidget, then: Callable[[], object]) -> None:
        super().__init__(widget)
        self._widget = widget
        self._then = then
        widget.installEventFilter(self)
        # It may have been painted before anybody looked.
        widget.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - an override
        """Wait behind the paint."""
        if event.type() == QEvent.Type.Paint:
            self._widget.removeEventFilter(self)
            QTimer.singleShot(0, self._then)
        return super().eventFilter(watched, event)


def _watch(window: MainWindow) -> None:
    def end() -> None:
        _say("people")
        window.close()

    window.painted.connect(lambda: _say("painted"))
    Waiting(window, "sign_in_tile_1", lambda tile: Painted(tile, end))


def main() -> int:
    """Run the program and watch it."""
    return run_watched(_watch)


def _say(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
