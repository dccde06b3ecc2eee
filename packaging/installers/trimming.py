"""What of a third-party library is carried along; the rest is for developers or never reached.

A trial walks the whole program and fails when a file left out here is asked for; it also lists
what is carried along and never touched.
"""

from __future__ import annotations

from fnmatch import fnmatch
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import PurePosixPath

_SOURCES = {".a", ".c", ".cfg", ".h", ".lib", ".pxd", ".pyi", ".pyx", ".typed"}
_FOLDERS = {"__pycache__", "testing", "tests"}

_QT_MODULES = ("Core", "Gui", "Network", "PrintSupport", "Svg", "Widgets")
# What Qt's own platform plugin for X11 stands on.
_QT_MODULES_OF_X11 = ("DBus", "OpenGL", "XcbQpa")
_PYSIDE = ("__init__.py", "_config.py", "_git_pyside_version.py", "*pyside6.abi3.*")
_PLUGINS = (
    "iconengines/*qsvgicon.*",
    "imageformats/*qgif.*",
    "imageformats/*qico.*",
    "imageformats/*qjpeg.*",
    "imageformats/*qsvg.*",
    "networkinformation/*",
    "platforminputcontexts/libcomposeplatforminputcontextplugin.so",
    "platforminputcontexts/libibusplatforminputcontextplugin.so",
    "platforms/libqminimal.so",
    "platforms/libqoffscreen.so",
    "platforms/libqxcb.so",
    "platforms/qoffscreen.dll",
    "platforms/qwindows.dll",
    "platformthemes/*",
    "printsupport/*",
    "styles/*",
    "tls/*qcertonlybackend.*",
    "tls/libqopensslbackend.so",
    "tls/qschannelbackend.dll",
)
# Microsoft's runtime is carried once, in runtime/ (see `windows.runtime`).
_MICROSOFT = ("concrt140*.dll", "msvcp140*.dll", "vc*140*.dll")


def is_needed(name: PurePosixPath) -> bool:
    """Whether a file of a wheel, by its path there, belongs into the program folder."""
    top = name.parts[0]
    if name.suffix in _SOURCES or _FOLDERS.intersection(name.parts) or top.endswith(".data"):
        return False
    if top.endswith(".dist-info"):
        return name.name == "METADATA"
    if any(fnmatch(name.name, pattern) for pattern in _MICROSOFT):
        return False
    return top != "PySide6" or _is_needed_of_qt(name)


def _is_needed_of_qt(name: PurePosixPath) -> bool:
    inner = name.relative_to("PySide6")
    if inner.parts[0] == "Qt":  # where Linux wheels keep Qt itself
        inner = inner.relative_to("Qt")
    room, rest = inner.parts[0], "/".join(inner.parts[1:])
    if room == "plugins":
        return _matches(rest, _PLUGINS)
    if room == "lib":
        return _matches(rest, [f"libQt6{module}.so*" for module in _qt_modules()]) or (
            rest.startswith("libicu")
        )
    return room == "support" or (not rest and _is_needed_file(room))


def _is_needed_file(name: str) -> bool:
    windows = [f"Qt6{module}.dll" for module in _QT_MODULES]
    bindings = [f"Qt{module}.{end}" for module in _QT_MODULES for end in ("pyd", "abi3.so")]
    return _matches(name, [*_PYSIDE, *windows, *bindings])


def _qt_modules() -> tuple[str, ...]:
    return _QT_MODULES + _QT_MODULES_OF_X11


def _matches(name: str, patterns: Iterable[str]) -> bool:
    return any(fnmatch(name, pattern) for pattern in patterns)
