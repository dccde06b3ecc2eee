"""What makes a program folder run on Windows: Python, byte code, launchers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from installers import folders
from installers.errors import PackagingError
from installers.windows import forwarder, launcher, stdlib
from installers.windows.compiling import Compiler
from installers.windows.parts import runtime_parts
from installers.windows.pe import unresolved, version_of
from installers.windows.runtime import LIBRARY, PYTHON, runtime_files

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from installers.components import Component
    from installers.workshop import Workshop

_SEARCHED = "python313.zip\r\n.\r\n..\\lib\r\n..\\app\r\n"


def complete(workshop: Workshop, folder: Path, wheels: Sequence[Path], debian: Path) -> str:
    """Adds all that Windows needs to a program folder; returns the version of its Python.

    Args:
        workshop: Which Python, and what signs the launchers.
        folder: The program folder with ``app`` and ``lib``.
        wheels: The libraries that ``lib`` was filled from.
        debian: The unpacked packages of Debian's Python, which compiles.

    Raises:
        PackagingError: A tool is missing, or a program would not find one of its DLLs.
    """
    files = runtime_files(workshop, wheels)
    for name, data in files.items():
        folders.write(folder / "runtime" / name, data)
    compiler = Compiler(debian)
    if LIBRARY not in files:
        _add_our_own(workshop, folder / "runtime", compiler)
    folders.write(folder / "runtime" / "python313._pth", _SEARCHED.encode())
    for room in ("app", "lib"):
        compiler.replace_sources(folder / room, room)
    launcher.install(workshop, folder)
    _require_all_dlls(folder)
    return version_of(files[PYTHON], PYTHON)


def _add_our_own(workshop: Workshop, runtime: Path, compiler: Compiler) -> None:
    work = workshop.work / "windows"
    stdlib.install(compiler, runtime / LIBRARY, work / "stdlib")
    forwarder.install(runtime / PYTHON, work / "forwarder")


def _require_all_dlls(folder: Path) -> None:
    missing = unresolved(folder)
    if missing:
        raise PackagingError(f"these would not find their DLLs: {missing}")


def parts(workshop: Workshop, wheels: Sequence[Path], debian: Path) -> list[Component]:
    """The parts that only the Windows program has.

    Raises:
        PackagingError: Python for Windows can't be had.
    """
    return runtime_parts(runtime_files(workshop, wheels), debian)
