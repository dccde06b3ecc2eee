"""The real program with a watcher on its window: the data folder is the environment's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from desktop import app
from desktop.ui.main_window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.services.messages import Messages

_LOOK_EVERY_MS = 2


class Waiting(QObject):
    """Looks for a widget until it is there and can be seen."""

    def __init__(self, window: QWidget, name: str, then: Callable[[QWidget], object]) -> None:
        super().__init__(window)
        self._window = window
        self._name = name
        self._then = then
        self._timer = QTimer(self, interval=_LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        found = self._window.findChild(QWidget, self._name)
        if found is not None and found.isVisible():
            self._timer.stop()
            self._then(found)


def run_watched(watch: Callable[[MainWindow], object]) -> int:
    """Run the program as `bina-asn` does; ``watch`` is given its window before it is shown."""

    def make(messages: Messages) -> MainWindow:
        window = MainWindow(messages)
        watch(window)
        return window

    vars(app)["MainWindow"] = make
    return app.run()
