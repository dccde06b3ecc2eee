"""The real program, signed in by its own buttons and with a lesson open: what does it weigh?"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QTimer

from bench.people import PASSWORD
from bench.probes.program import Waiting, run_watched
from bench.probes.watching import tell, weigh

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QAbstractButton, QLineEdit, QTextBrowser, QWidget

    from desktop.ui.main_window import MainWindow

_SETTLE_MS = 1500
"""Long enough for the reading place to be kept and for a round to be tried."""


class _Visit:
    """From the tiles to an open lesson, one page after the other."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._await("sign_in_tile_1", self._choose)

    def _await(self, name: str, then: Callable[[QWidget], object]) -> None:
        Waiting(self._window, name, then)

    def _choose(self, tile: QWidget) -> None:
        _press(tile)
        self._await("password_field", self._sign_in)

    def _sign_in(self, field: QWidget) -> None:
        cast("QLineEdit", field).setText(PASSWORD)
        self._await("sign_in_button", self._enter)

    def _enter(self, button: QWidget) -> None:
        _press(button)
        self._await("continue_button", self._go_on)

    def _go_on(self, button: QWidget) -> None:
        _press(button)
        self._await("lesson_text", self._read)

    def _read(self, text: QWidget) -> None:
        if cast("QTextBrowser", text).document().isEmpty():
            QTimer.singleShot(1, lambda: self._read(text))
        else:
            QTimer.singleShot(_SETTLE_MS, self._weigh)

    def _weigh(self) -> None:
        tell(kib=weigh())
        self._window.close()


def _press(button: QWidget) -> None:
    cast("QAbstractButton", button).click()


if __name__ == "__main__":
    sys.exit(run_watched(_Visit))
