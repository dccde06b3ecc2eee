"""Whether every module of the program, and every library that it needs, can be loaded."""

from __future__ import annotations

import pkgutil
import platform
from importlib import import_module
from typing import TYPE_CHECKING

from desktop.selftest.verdicts import Broken

if TYPE_CHECKING:
    from collections.abc import Iterator

_PACKAGES = ("desktop", "lessons", "resources")
LIBRARIES = (
    "PySide6.QtCore",
    "PySide6.QtGui",
    "PySide6.QtNetwork",
    "PySide6.QtSvg",
    "PySide6.QtWidgets",
    "argon2",
    "ctypes",
    "markdown",
    "msgspec",
    "nacl.signing",
    "nh3",
    "platformdirs",
    "requests",
    "ruamel.yaml",
    "sqlite3",
    "ssl",
    "truststore",
    "urllib3",
)
"""Those from outside, and those of Python's own that stand on a library of the system."""
_SHOWN = 5


def look() -> str:
    """Load everything.

    Raises:
        Broken: Names what can't be loaded, and why.
    """
    modules = list(_modules())
    failures = [failed for name in (*LIBRARIES, *modules) if (failed := _failure(name))]
    if failures:
        rest = f" Dan {len(failures) - _SHOWN} lagi." if len(failures) > _SHOWN else ""
        raise Broken(f"{' '.join(failures[:_SHOWN])}{rest}")
    version = platform.python_version()
    return f"{len(modules)} modul dan {len(LIBRARIES)} pustaka dapat dimuat, Python {version}."


def _modules() -> Iterator[str]:
    """Every module there is; a trainer's rooms are no part of an installed program."""
    for package in _PACKAGES:
        path = import_module(package).__path__
        # A package that can't be loaded is met again, and told, where its name is loaded.
        walk = pkgutil.walk_packages(path, f"{package}.", onerror=lambda _name: None)
        yield from (package, *(each.name for each in walk))


def _failure(name: str) -> str:
    try:
        import_module(name)
    except Exception as error:  # noqa: BLE001 - told to whoever asked, as what it is
        return f"{name}: {type(error).__name__}: {' '.join(str(error).split())}."
    return ""
