"""A screen of X11 that nobody sees."""

from __future__ import annotations

import os
import subprocess
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from trials.pictures import Picture, read_dump
from trials.watching import wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Screen:
    """Where programs of every network namespace's owner show their windows.

    Attributes:
        display: What ``DISPLAY`` is to be.
    """

    display: str

    @property
    def environment(self) -> dict[str, str]:
        """For programs that are to show their windows here."""
        return {"DISPLAY": self.display}

    def wait_for_window(self, title: str, seconds: int = 30) -> None:
        """Wait until a window of this title is shown."""
        # Not by its own waiting: that breaks off when some window goes while it asks.
        wait_until(lambda: self._shows_window(title), seconds, every=0.1)

    def picture(self, file: Path) -> None:
        """Save what is on the screen as PNG."""
        words = ["import", "-display", self.display, "-window", "root", str(file)]
        subprocess.run(words, check=True)

    def colours(self, file: Path) -> int:
        """How many colours a picture has; an empty screen has one."""
        words = ["identify", "-format", "%k", str(file)]
        return int(subprocess.run(words, check=True, capture_output=True, text=True).stdout)

    def _shows_window(self, title: str) -> bool:
        words = ["xdotool", "search", "--onlyvisible", "--name", title]
        environment = {**os.environ, **self.environment}
        asked = subprocess.run(words, env=environment, check=False, capture_output=True)
        return asked.returncode == 0


@dataclass(frozen=True, slots=True)
class OwnScreen(Screen):
    """A screen that was switched on here, so that looking at it costs hardly anything.

    Attributes:
        memory: The file in which the server keeps what it shows.
    """

    memory: Path

    def look(self) -> Picture:
        """What is on the screen now."""
        return read_dump(self.memory.read_bytes())


@contextmanager
def shown() -> Iterator[OwnScreen]:
    """A screen of 1366×768, as in the offices."""
    read, write = os.pipe()
    words = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1366x768x24", "-ac", "-nolisten"]
    with TemporaryDirectory() as folder:
        server = subprocess.Popen(
            [*words, "tcp", "-fbdir", folder],
            pass_fds=(write,),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(write)
        try:
            with os.fdopen(read) as told:
                yield OwnScreen(f":{told.readline().strip()}", Path(folder, "Xvfb_screen0"))
        finally:
            server.terminate()
            server.wait()
