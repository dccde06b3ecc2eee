"""A Windows of its own for a trial: a wine prefix with a screen that nobody sees."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from installers.windows.mingw import compile_program

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

TOOLS = ("wine", "wineserver", "Xvfb", "x86_64-w64-mingw32-gcc")
_STUBS = {"icuuc": (), "bcryptprimitives": ("-ladvapi32",)}


@dataclass(frozen=True, slots=True)
class Finished:
    """How a program ended.

    Attributes:
        code: Its exit code, 0 to 255.
        output: All that it printed.
    """

    code: int
    output: str


@dataclass(frozen=True, slots=True)
class Wine:
    """One prefix.

    Attributes:
        prefix: Its folder.
        display: The X display of its windows, such as ``:90``.
    """

    prefix: Path
    display: str

    @property
    def drive(self) -> Path:
        r"""``C:\``."""
        return self.prefix / "drive_c"

    def variables(self, more: Mapping[str, str] | None = None) -> dict[str, str]:
        """The environment of programs within."""
        own = {
            "WINEPREFIX": str(self.prefix),
            "WINEARCH": "win64",
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "mscoree,mshtml=",
            "DISPLAY": self.display,
        }
        left_out = ("QT_", "BINA_ASN_", "PYTHON")
        ours = {name: os.environ[name] for name in os.environ if not name.startswith(left_out)}
        return {**ours, **own, **(more or {})}

    def run(
        self,
        *words: str | Path,
        patience: float = 120,
        variables: Mapping[str, str] | None = None,
    ) -> Finished:
        """Runs a program of Windows to its end.

        Args:
            words: The program, by its path here or in Windows, and its arguments.
            patience: Seconds until it is ended and the trial fails.
            variables: Added to its environment.

        Raises:
            subprocess.TimeoutExpired: It did not end in time.
        """
        with self.start(*words, variables=variables) as process:
            try:
                output, _ = process.communicate(timeout=patience)
            finally:
                process.kill()
        return Finished(process.returncode, output.decode("utf-8", "replace").replace("\r", ""))

    def start(
        self, *words: str | Path, variables: Mapping[str, str] | None = None
    ) -> subprocess.Popen[bytes]:
        """Starts a program; whoever starts it ends it."""
        # A pipe, not a file: Python under wine dies when its output is a file.
        return subprocess.Popen(
            ["wine", *map(str, words)],
            env=self.variables(variables),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )

    def stop(self) -> None:
        """Ends all programs of this prefix, and no others."""
        subprocess.run(["wineserver", "--kill"], env=self.variables(), check=False)


@contextlib.contextmanager
def a_wine(folder: Path) -> Iterator[Wine]:
    """A fresh prefix in a folder; its programs and its screen end with the context."""
    with a_display() as display:
        wine = Wine(folder / "prefix", display)
        try:
            assert wine.run("wineboot", "--init").code == 0
            add_stubs(wine, folder / "stubs")
            yield wine
        finally:
            wine.stop()


@contextlib.contextmanager
def a_display() -> Iterator[str]:
    """A screen of 1366×768 that nobody sees; ends with the context."""
    reading, writing = os.pipe()
    command = [
        "Xvfb",
        "-displayfd",
        str(writing),
        "-screen",
        "0",
        "1366x768x24",
        "-nolisten",
        "tcp",
    ]
    with subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL) as server:
        os.close(writing)
        try:
            with os.fdopen(reading) as stream:
                yield f":{stream.readline().strip()}"
        finally:
            server.terminate()


def add_stubs(wine: Wine, work: Path) -> None:
    """Gives a prefix the DLLs of Windows that wine 8 lacks."""
    shutil.copytree(Path(__file__).with_name("stubs"), work)
    for name, libraries in _STUBS.items():
        sources = [f"{name}.c"]
        built = compile_program(work, sources, f"{name}.dll", "-shared", *libraries)
        shutil.copy(built, wine.drive / "windows" / "system32")
