"""A PC with Windows, imitated by wine: a folder of its own with drive C and a registry.

Wine can be trusted for files, registry, exit codes, imports, SQLite and windows; not for fonts,
printing, UAC, or TLS.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath

from installers.windows.mingw import compile_program

TOOLS = ("wine", "wineserver", "x86_64-w64-mingw32-gcc")
STUBS = {"icuuc": (), "bcryptprimitives": ("-ladvapi32",)}
PATIENCE = 120.0


def missing_tools() -> list[str]:
    """The programs that this machine lacks for such a PC."""
    return [tool for tool in TOOLS if shutil.which(tool) is None]


@dataclass(frozen=True, slots=True)
class Ran:
    """What came of a program.

    Attributes:
        code: Its exit code, 0 to 255.
        output: All that it printed.
        seconds: How long it, and what it started, took.
    """

    code: int
    output: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Pc:
    """One PC; all of it lies within `folder`.

    Attributes:
        variables: Environment variables of all its programs, beside those of wine.
    """

    folder: Path
    variables: Mapping[str, str]

    @property
    def drive(self) -> Path:
        """Drive C, seen from outside."""
        return self.folder / "drive_c"

    def outside(self, path: str) -> Path:
        r"""Where a path such as ``C:\Program Files`` is, seen from outside."""
        return self.drive.joinpath(*PureWindowsPath(path).parts[1:])

    def inside(self, path: Path) -> str:
        r"""What the PC calls a path of this machine: ``C:\…``, or ``Z:\…`` for other places."""
        if path.is_relative_to(self.drive):
            return str(PureWindowsPath("C:/", path.relative_to(self.drive)))
        return str(PureWindowsPath("Z:/", path))

    def start(
        self, program: str | Path, *words: str, variables: Mapping[str, str] | None = None
    ) -> subprocess.Popen[str]:
        """Starts a program; a word with spaces reaches it in quotation marks."""
        inside = program if isinstance(program, str) else self.inside(program)
        # A pipe, not a file: Python under wine dies when its output is a file.
        return subprocess.Popen(
            ["wine", inside, *words],
            env=self.environment(variables),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
        )

    def run(
        self,
        program: str | Path,
        *words: str,
        patience: float = PATIENCE,
        variables: Mapping[str, str] | None = None,
    ) -> Ran:
        """Runs a program, and all it starts, to the end.

        Raises:
            subprocess.TimeoutExpired: It has not ended within so many seconds; the PC was
                switched off.
        """
        begun = time.monotonic()
        process = self.start(program, *words, variables=variables)
        try:
            output, _ = process.communicate(timeout=patience)
        except subprocess.TimeoutExpired:
            self.end()
            process.communicate()
            raise
        return Ran(process.returncode, output, time.monotonic() - begun)

    def registry(self, key: str) -> dict[str, str]:
        r"""The values of a key such as ``HKLM\Software\BinaASN``; none where there is no key."""
        listing = self.run("reg", "query", key).output.splitlines()
        rows = [(*line.split(None, 2), "", "") for line in listing if line.startswith("    ")]
        return {row[0]: row[2] for row in rows}

    def environment(self, variables: Mapping[str, str] | None = None) -> dict[str, str]:
        """The environment of a program on this PC."""
        wine = {
            "WINEPREFIX": str(self.folder),
            "WINEARCH": "win64",
            "WINEDEBUG": "-all",
            # Neither .NET nor a browser: wine would offer to fetch them. No list of networks:
            # wine's never ends, and the window would wait for its end.
            "WINEDLLOVERRIDES": "mscoree,mshtml,netprofm=",
            # Paths with letters such as "é" reach Windows in a UTF-8 locale only.
            "LC_ALL": "C.UTF-8",
        }
        left_out = ("QT_", "BINA_ASN_", "PYTHON")
        ours = {name: os.environ[name] for name in os.environ if not name.startswith(left_out)}
        return {**ours, **wine, **self.variables, **(variables or {})}

    def begin(self) -> None:
        """Switches the PC on; what Windows itself runs then is not within a program's output."""
        self._quietly("wineserver", "-p")
        self._quietly("wine", "wineboot", "-i")

    def end(self) -> None:
        """Switches the PC off, with all that runs on it."""
        self._quietly("wineserver", "-k")
        self._quietly("wineserver", "-w")

    def _quietly(self, *command: str) -> None:
        # What stays behind keeps all that it inherits, so it inherits nothing.
        nothing = subprocess.DEVNULL
        environment = self.environment()
        subprocess.run(
            command, env=environment, stdin=nothing, stdout=nothing, stderr=nothing, check=False
        )


def first_pc(folder: Path) -> Pc:
    """Sets a PC up, with Windows 10 and what this wine lacks; takes a quarter of a minute."""
    pc = Pc(folder / "pc", {})
    pc.folder.mkdir(parents=True)
    pc.begin()
    pc.run("winecfg", "-v", "win10")
    _add_stubs(pc, folder / "stubs")
    pc.end()
    return pc


def copy_of(pc: Pc, folder: Path, variables: Mapping[str, str] | None = None) -> Pc:
    """A PC just like another, which is switched off, in a new folder; it is switched on."""
    shutil.copytree(pc.folder, folder, symlinks=True, copy_function=_link_or_copy)
    copy = Pc(folder, variables or {})
    copy.begin()
    return copy


@contextmanager
def switched_on(pc: Pc, folder: Path, variables: Mapping[str, str] | None = None) -> Iterator[Pc]:
    """A PC just like another, as `copy_of` makes it; switched off and given away in the end."""
    copy = copy_of(pc, folder, variables)
    try:
        yield copy
    finally:
        copy.end()
        shutil.rmtree(folder, ignore_errors=True)  # the rest goes with the folder of the run


def _link_or_copy(source: str, target: str) -> None:
    # Windows' own files are large, and no trial writes into them.
    if "/drive_c/windows/" in source:
        os.link(source, target)
    else:
        shutil.copy2(source, target)


def _add_stubs(pc: Pc, work: Path) -> None:
    shutil.copytree(Path(__file__).with_name("stubs"), work)
    for name, libraries in STUBS.items():
        built = compile_program(work, [f"{name}.c"], f"{name}.dll", "-shared", *libraries)
        shutil.copy(built, pc.drive / "windows" / "system32")
