"""A person who sits before a PC: reads what its windows show, presses keys, clicks, keeps pictures.

Keys and clicks come from the screen's own keyboard and mouse, as if by hand.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from installers.windows.mingw import compile_program
from installers.workshop import ROOT
from trials.screens import Screen, shown
from trials.watching import wait_until
from trials.wine import Pc, switched_on

if TYPE_CHECKING:
    from collections.abc import Iterator

TOOLS = ("Xvfb", "xdotool", "import")
PICTURES = ROOT / "build" / "packages" / "screens"
PATIENCE = 120
_FIELD, _CONTROL = "\x1f", "\x1e"


@dataclass(frozen=True, slots=True)
class Control:
    """A window, or what is within one.

    Attributes:
        is_window: Whether it stands by itself on the screen.
        kind: Its class, such as ``Button``; ``#32770`` is a dialog.
        text: What it says; ``&`` stands before the letter that chooses it by the keyboard.
        place: Left, top, right, bottom on the screen.
    """

    kind: str
    text: str
    is_window: bool
    is_enabled: bool
    is_checked: bool
    place: tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Shown:
    """All controls that are to be seen at a moment, each window before what is within it."""

    controls: tuple[Control, ...]

    def labels(self, kind: str, *, enabled_only: bool = False) -> set[str]:
        """The texts of all controls of a kind."""
        found = (one for one in self.controls if one.kind == kind and one.text)
        return {one.text for one in found if one.is_enabled or not enabled_only}

    def control(self, text: str) -> Control:
        """The control that holds a text."""
        return next(one for one in self.controls if text in one.text)

    def window_of(self, text: str) -> Control:
        """The window within which a text is."""
        found = self.controls.index(self.control(text))
        return [one for one in self.controls[: found + 1] if one.is_window][-1]

    def is_whole(self) -> bool:
        """Whether every word and button lies within its dialog."""
        dialogs = [one.place for one in self.controls if one.kind == "#32770"]
        parts = [one for one in self.controls if one.kind in {"Button", "Static"} and one.text]
        return all(any(_holds(dialog, one.place) for dialog in dialogs) for one in parts)


@dataclass(frozen=True, slots=True)
class Person:
    """Who sits there."""

    pc: Pc
    screen: Screen
    eyes: Path

    def sees(self, text: str, picture: str = "", seconds: int = PATIENCE) -> Shown:
        """Waits until an enabled control holds the text, and points at it.

        Args:
            text: Part of what the control says.
            picture: Under which name a picture of the screen is kept; none by default.
            seconds: For how long to wait.
        """
        told = self.eyes.with_suffix(".txt")
        # Not told through a pipe: the desktop, which this may start, holds it open.
        words = (text, str(seconds), self.pc.inside(told))
        with self.pc.start(self.eyes, *words) as looking:
            looking.wait(2 * seconds)
        rows = told.read_text("utf-8").split(_CONTROL)[:-1]
        found = Shown(tuple(_control(row) for row in rows))
        assert looking.returncode == 0, f"«{text}» is not to be seen, but {found}"
        self._points_at(found, text)
        if picture:
            PICTURES.mkdir(parents=True, exist_ok=True)
            self.screen.picture(PICTURES / f"{picture}.png")
        return found

    def presses(self, *keys: str) -> None:
        """Presses keys, such as ``Return`` or ``alt+k``."""
        self._do("key", *keys)

    def clicks(self, control: Control) -> None:
        """Clicks into the middle of a control."""
        self._do("mousemove", *_middle(control), "click", "1")

    def _points_at(self, found: Shown, text: str) -> None:
        # Without a window manager, keys go to the window at which the mouse points.
        self._do("mousemove", *_middle(found.control(text)))
        window = found.window_of(text)
        wait_until(lambda: self._is_pointed_at(window))

    def _is_pointed_at(self, window: Control) -> bool:
        """Whether the window under the mouse, as the screen has it, is that one."""
        try:
            told = _settings(self._do("getmouselocation", "--shell"))
            place = _settings(self._do("getwindowgeometry", "--shell", told["WINDOW"]))
        except subprocess.CalledProcessError:
            return False  # it went while we asked
        left, top, width, height = (int(place[name]) for name in ("X", "Y", "WIDTH", "HEIGHT"))
        return _holds(window.place, (left, top, left + width, top + height))

    def _do(self, *words: str) -> str:
        environment = {**os.environ, **self.screen.environment}
        command = ["xdotool", *words]
        return subprocess.run(
            command, env=environment, check=True, stdout=subprocess.PIPE, text=True
        ).stdout


@contextmanager
def sits_before(fresh_pc: Pc, folder: Path) -> Iterator[Person]:
    """Somebody before a PC with a screen, just like one that is switched off, in a new folder."""
    with shown() as screen, switched_on(fresh_pc, folder / "pc", screen.environment) as pc:
        yield Person(pc, screen, pc_tool(pc, folder, "seen"))


def pc_tool(pc: Pc, folder: Path, name: str) -> Path:
    """Compiles a program of `pc_tools` in a folder, and puts it on drive C."""
    source = Path(__file__).with_name("pc_tools") / f"{name}.c"
    shutil.copy(source, folder)
    made = compile_program(folder, [source.name], f"{name}.exe", "-municode")
    return Path(shutil.copy(made, pc.drive))


def _control(row: str) -> Control:
    kind, text, *states, left, top, right, bottom = row.split(_FIELD)
    is_window, is_enabled, is_checked = (state == "1" for state in states)
    place = (int(left), int(top), int(right), int(bottom))
    return Control(kind, text, is_window, is_enabled, is_checked, place)


def _settings(told: str) -> dict[str, str]:
    return dict(line.split("=", 1) for line in told.splitlines())


def _middle(control: Control) -> tuple[str, str]:
    left, top, right, bottom = control.place
    return (str((left + right) // 2), str((top + bottom) // 2))


def _holds(outer: tuple[int, int, int, int], inner: tuple[int, int, int, int]) -> bool:
    is_right_of, is_below = outer[0] <= inner[0], outer[1] <= inner[1]
    return is_right_of and is_below and inner[2] <= outer[2] and inner[3] <= outer[3]
