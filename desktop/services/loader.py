"""Imports on a thread of its own, so that a window that is already there goes on taking input."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread

if TYPE_CHECKING:
    from collections.abc import Callable


class Loader(QThread):
    """Runs imports once; ``finished`` tells that they are done or have failed.

    An import that failed is not reported here: it fails again, with its reason, where its module
    is first used.
    """

    def __init__(self, parent: QObject, imports: Callable[[], object]) -> None:
        """Take what imports; it must make nothing that belongs to a thread."""
        super().__init__(parent)
        self._imports = imports

    def run(self) -> None:
        """Import; Qt calls this on the new thread."""
        self._imports()
