"""A screen of X11 that nobody sees."""

from __future__ import annotations

import os
import subprocess
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


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
        words = ["xdotool", "search", "--sync", "--onlyvisible", "--name", title]
        environment = {**os.environ, **self.environment}
        subprocess.run(
            words, env=environment, check=True, timeout=seconds, stdout=subprocess.DEVNULL
        )

    def picture(self, file: Path) -> None:
        """Save what is on the screen as PNG."""
        words = ["import", "-display", self.display, "-window", "root", str(file)]
        subprocess.run(words, check=True)

    def colours(self, file: Path) -> int:
        """How many colours a picture has; an empty screen has one."""
        words = ["identify", "-format", "%k", str(file)]
        return int(subprocess.run(words, check=True, capture_output=True, text=True).stdout)


@contextmanager
def shown() -> Iterator[Screen]:
    """A screen of 1366×768, as in the offices."""
    read, write = os.pipe()
    words = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1366x768x24", "-ac", "-nolisten"]
    server = subprocess.Popen(
        [*words, "tcp"], pass_fds=(write,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    os.close(write)
    try:
        with os.fdopen(read) as told:
            yield Screen(f":{told.readline().strip()}")
    finally:
        server.terminate()
        server.wait()
