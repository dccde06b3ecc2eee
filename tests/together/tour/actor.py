"""The real program with a driver in it: plays one scene for each line on standard input.

A line is ``{"scene": name, "with": {…}}``; the answer on standard output is ``{"seen": {…}}``, or
``{"trouble": words}`` when a person would have been stuck.
"""

from __future__ import annotations

import json
import sys
import threading
import time
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from desktop import app
from tests.together.tour.driver import Driver
from tests.together.tour.scenes import SCENES

if TYPE_CHECKING:
    from tests.together.tour.driver import Condition, Scene

_PATIENCE_SECONDS = 30
_LOOK_EVERY_MS = 10


class Actor(QObject):
    """Plays scenes on the main thread, between the turns of the program's own event loop.

    Signals:
        called(str): A line came in.
    """

    called = Signal(str)

    def __init__(self, driver: Driver) -> None:
        super().__init__()
        self._driver = driver
        self._scene: Scene | None = None
        self._until: Condition = bool
        self._deadline = 0.0
        self.called.connect(self._begin)

    def listen(self) -> None:
        """Take lines until the other side hangs up, for a thread of its own."""
        # Unbuffered: a thread waiting inside a buffer's lock would disturb the program's end.
        with open(0, "rb", buffering=0, closefd=False) as lines:
            for line in lines:
                self.called.emit(line.decode())
        self.called.emit("")

    def _begin(self, line: str) -> None:
        if not line:
            QApplication.exit(1)
            return
        order = json.loads(line)
        self._scene = SCENES[order["scene"]](self._driver, **order["with"])
        self._wait_for(lambda: not self._driver.is_open() or self._driver.has_keyboard())

    def _look(self) -> None:
        try:
            is_reached = self._until()
        except Exception:  # noqa: BLE001 - told to the other side
            self._give_up(traceback.format_exc())
            return
        if is_reached:
            self._go_on()
        elif time.monotonic() > self._deadline:
            self._give_up(f"waited in vain; on the screen:\n{self._driver.words()}")
        else:
            QTimer.singleShot(_LOOK_EVERY_MS, self._look)

    def _go_on(self) -> None:
        if self._scene is None:
            return
        try:
            self._wait_for(next(self._scene))
        except StopIteration as end:
            _say({"seen": end.value})
        except Exception:  # noqa: BLE001 - told to the other side
            self._give_up(traceback.format_exc())

    def _wait_for(self, condition: Condition) -> None:
        self._until = condition
        self._deadline = time.monotonic() + _PATIENCE_SECONDS
        QTimer.singleShot(0, self._look)

    def _give_up(self, words: str) -> None:
        self._scene = None
        if self._driver.is_open():
            self._driver.save("macet")
        _say({"trouble": words})


def main(pictures: Path) -> int:
    """Run the program until its window is closed."""
    actor = Actor(Driver(pictures))
    threading.Thread(target=actor.listen, daemon=True).start()
    return app.run()


def _say(answer: dict[str, Any]) -> None:
    print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
