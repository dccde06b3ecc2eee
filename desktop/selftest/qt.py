"""Qt for the checks: never on a screen where it can be helped, and what it says is heard."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from desktop.selftest.verdicts import Broken, Doubtful

if TYPE_CHECKING:
    from collections.abc import Iterator

_QUIET = "offscreen"
_VARIABLE = "QT_QPA_PLATFORM"


def plugins(kind: str) -> dict[str, Path]:
    """The plugins of a kind, such as ``platforms``, that came with Qt; by their names."""
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / kind
    files = sorted(folder.glob("*q*.dll" if sys.platform == "win32" else "libq*.so"))
    return {each.stem.removeprefix("lib").removeprefix("q"): each for each in files}


@cache
def application() -> QApplication:
    """The one application of this process.

    Raises:
        Broken: Qt has no plugin for any window.
        Doubtful: There is no display, and no plugin that does without.
    """
    made = QApplication.instance()
    if isinstance(made, QApplication):
        return made
    os.environ[_VARIABLE] = fitting_platform(set(plugins("platforms")))
    return QApplication(["bina-asn"])


def fitting_platform(there: set[str]) -> str:
    """Which of the plugins to use: Qt ends the process when told to use one that is not there.

    Raises:
        Broken: There is none for any window.
        Doubtful: There is no display, and no plugin that does without.
    """
    if _QUIET in there:
        return _QUIET
    if sys.platform == "win32" and "windows" in there:
        return "windows"
    if sys.platform == "win32" or "xcb" not in there:
        raise Broken("Qt tidak mempunyai bagian untuk menampilkan jendela.")
    if not os.environ.get("DISPLAY"):
        raise Doubtful("Tidak dapat dicoba tanpa layar.")
    return "xcb"


@contextmanager
def qt_messages() -> Iterator[list[str]]:
    """What Qt says meanwhile, in place of its lines on stderr."""
    heard: list[str] = []

    def hear(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        heard.append(message)

    before = qInstallMessageHandler(hear)
    try:
        yield heard
    finally:
        qInstallMessageHandler(before)
