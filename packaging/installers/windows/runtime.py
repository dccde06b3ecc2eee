"""``runtime``: Python for Windows, as python.org built and signed it, without what we never use."""

from __future__ import annotations

import zipfile
from fnmatch import fnmatch
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from installers.errors import PackagingError
from installers.fetching.targets import WINDOWS
from installers.fetching.wheels import fetch_wheels
from installers.pins import verify
from installers.windows.pe import is_for_amd64

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from installers.workshop import Runtime, Workshop

LOCK = "packaging/pins/windows-python.txt"
PYTHON = "python313.dll"
LIBRARY = "python313.zip"
_PLACE = "deploy_libs"

# _wmi: slow where a virus scanner listens, and `platform` knows another way without it.
_LEFT_OUT = (
    "*.cp313t-*",
    "_ctypes_test*",
    "_test*",
    "_tkinter*",
    "_wmi*",
    "api-ms-win-*",
    "t[ck]*86t.dll",
    "vcruntime140*.dll",
    "winsound*",
)
_KINDS = (".dll", ".pyd", ".zip")
# Microsoft's runtime is taken once, from Qt's wheel, which has the newest.
_MICROSOFT = (
    "msvcp140.dll",
    "msvcp140_1.dll",
    "msvcp140_2.dll",
    "vcruntime140.dll",
    "vcruntime140_1.dll",
)


def runtime_files(workshop: Workshop, wheels: Iterable[Path]) -> dict[str, bytes]:
    """Python's files by their names, and Microsoft's that they and Qt stand on.

    The standard library (``python313.zip``) and ``python3.dll`` are among them only where the
    workshop names python.org's embeddable package.

    Args:
        workshop: Tells which Python.
        wheels: The program's libraries, Qt's among them.

    Raises:
        PackagingError: The Python can't be had, or is another than the pinned one.
    """
    python = _embeddable(workshop.runtime) if workshop.runtime else _pinned(workshop)
    return python | _microsoft(wheels)


def _pinned(workshop: Workshop) -> dict[str, bytes]:
    (wheel,) = fetch_wheels(workshop, workshop.root / LOCK, WINDOWS)
    return _wanted_files(wheel, _PLACE)


def _embeddable(runtime: Runtime) -> dict[str, bytes]:
    verify(runtime.archive, runtime.sha256)
    files = _wanted_files(runtime.archive, ".")
    if not {PYTHON, LIBRARY} <= files.keys():
        raise PackagingError(f"{runtime.archive.name} is no embeddable package of Python 3.13")
    if not is_for_amd64(files[PYTHON]):
        raise PackagingError(f"{runtime.archive.name} is not for amd64")
    return files


def _wanted_files(archive: Path, place: str) -> dict[str, bytes]:
    with zipfile.ZipFile(archive) as packed:
        names = sorted(map(PurePosixPath, packed.namelist()))
        wanted = [name for name in names if name.parent == PurePosixPath(place)]
        return {name.name: packed.read(str(name)) for name in wanted if _is_wanted(name)}


def _is_wanted(name: PurePosixPath) -> bool:
    left_out = any(fnmatch(name.name.lower(), pattern) for pattern in _LEFT_OUT)
    return name.suffix in _KINDS and not left_out


def _microsoft(wheels: Iterable[Path]) -> dict[str, bytes]:
    (wheel,) = [one for one in wheels if one.name.startswith("pyside6_essentials-")]
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(f"PySide6/{name}") for name in _MICROSOFT}
