"""Whether Qt's plugin for real windows can be loaded with all system libraries behind it."""

from __future__ import annotations

import sys

from PySide6.QtCore import QPluginLoader, qVersion

from desktop.selftest.qt import application, plugins
from desktop.selftest.verdicts import Broken

_WANTED = {"win32": "windows", "darwin": "cocoa"}


def look() -> str:
    """Load it, without a window and without a display.

    Raises:
        Broken: It is missing, or a library that it stands on is.
        Doubtful: There is no display, and nothing by which to do without.
    """
    wanted = _WANTED.get(sys.platform, "xcb")
    file = plugins("platforms").get(wanted)
    if file is None:
        raise Broken(f"Bagian Qt “{wanted}” tidak ada.")
    loader = QPluginLoader(str(file))
    if not loader.load():
        raise Broken(f"Bagian Qt “{wanted}” tidak dapat dimuat: {loader.errorString()}.")
    application()
    return f"Qt {qVersion()}, bagian “{wanted}” dapat dimuat."
