"""The keyboard in front of a screen: real keys, to whatever window has it."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass

from trials.screens import Screen
from trials.watching import wait_until

_CORNER = ("1365", "767")


@dataclass(frozen=True, slots=True)
class Keyboard:
    """Keys by their X11 names, such as ``Return``, ``alt+Right``, ``a``."""

    screen: Screen

    def take(self, title: str) -> None:
        """Give the keyboard to the window of this title, once it is shown; the mouse lies aside.

        There is no window manager here that would do so.
        """
        self._do("mousemove", *_CORNER)
        focus = ("search", "--onlyvisible", "--name", title, "windowfocus", "--sync")
        wait_until(lambda: self._did(*focus), every=0.1)

    def press(self, *keys: str) -> None:
        """Press keys one after the other."""
        self._do("key", "--delay", "0", *keys)

    def type(self, text: str) -> None:
        """Type text that the keys of an American keyboard have; a new line is Enter."""
        for number, line in enumerate(text.split("\n")):
            if number:
                self.press("Return")
            if line:
                self._do("type", "--delay", "0", line)

    def _do(self, *words: str) -> None:
        assert self._did(*words), words

    def _did(self, *words: str) -> bool:
        environment = {**os.environ, **self.screen.environment}
        done = subprocess.run(
            ["xdotool", *words], env=environment, check=False, stderr=subprocess.DEVNULL
        )
        return done.returncode == 0
