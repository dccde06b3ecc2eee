"""The actor's process: the real program, asked for scenes, killed or closed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from typing import TYPE_CHECKING, Any

from desktop.paths import COURSES_VARIABLE, DATA_VARIABLE

if TYPE_CHECKING:
    from pathlib import Path

_HUNG_SECONDS = 120
_CLOSING_SECONDS = 20
_SCREEN = {"name": "layar", "x": 0, "y": 0, "width": 1366, "height": 768, "dpr": 1}


class Stuck(Exception):
    """A person would not have got further: what the actor says about it."""


class Stage:
    """Runs the program on a data folder, on a screen of 1366×768 that nobody sees.

    Attributes:
        log: What the program said on stderr, over all its lives.
    """

    def __init__(self, data: Path, pictures: Path, courses: Path) -> None:
        self._data = data
        self._courses = courses
        self._pictures = pictures
        self.log = data.parent / "program.log"
        self._screen = data.parent / "screen.json"
        self._screen.write_text(
            json.dumps({"windowFrameMargins": False, "screens": [_SCREEN]}), "utf-8"
        )
        self._process: subprocess.Popen[str] | None = None

    def open(self) -> None:
        """Start the program."""
        words = [sys.executable, "-m", "tests.together.tour.actor", str(self._pictures)]
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                words,
                env=self._environment(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
            )

    def play(self, scene: str, **details: object) -> dict[str, Any]:
        """Have a scene played; returns what was seen, or raises ``Stuck``."""
        process = self._running()
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(json.dumps({"scene": scene, "with": details}) + "\n")
        process.stdin.flush()
        alarm = threading.Timer(_HUNG_SECONDS, process.kill)
        alarm.start()
        line = process.stdout.readline()
        alarm.cancel()
        ended = {"trouble": "the program ended or hung"}
        answer: dict[str, Any] = json.loads(line) if line else ended
        if "trouble" in answer:
            raise Stuck(f"{scene} {details}: {answer['trouble']}\n{self.log.read_text('utf-8')}")
        seen: dict[str, Any] = answer["seen"]
        return seen

    def kill(self) -> None:
        """SIGKILL, as a power cut would end it."""
        self._running().kill()
        self._end()

    def close(self) -> int:
        """Close the window; the program's exit code."""
        self.play("close")
        return self._end()

    def clear(self) -> None:
        """End the program if it still runs."""
        if self._process is not None:
            self.kill()

    def _running(self) -> subprocess.Popen[str]:
        if self._process is None:
            raise Stuck("the program does not run")
        return self._process

    def _end(self) -> int:
        process, self._process = self._running(), None
        code = process.wait(_CLOSING_SECONDS)
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                pipe.close()
        return code

    def _environment(self) -> dict[str, str]:
        chosen = {
            DATA_VARIABLE: str(self._data),
            COURSES_VARIABLE: str(self._courses),
            "QT_QPA_PLATFORM": f"offscreen:configfile={self._screen}",
        }
        return {**os.environ, **chosen}
