"""What may be done about a database that can't be used; nothing here deletes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QObject

    from desktop.services.operations import Operation
    from desktop.services.worker import Worker


class Rescue:
    """Copies the database or sets it aside, off the main thread."""

    def __init__(self, worker: Worker, folder: Path) -> None:
        self._worker = worker
        self._folder = folder

    def save_copy(self, target: Path, owner: QObject) -> Operation[Path]:
        """Copy the files as they are into a folder. Fails with ``StoreUnavailable``."""

        def job() -> Path:
            from desktop.storage.aside import save_copy

            return save_copy(self._folder, target)

        return self._worker.submit(job, owner)

    def set_aside(self, owner: QObject) -> Operation[Path]:
        """Rename the files beside where they are. Fails with ``StoreUnavailable``."""

        def job() -> Path:
            from desktop.storage.aside import set_aside

            return set_aside(self._folder)

        return self._worker.submit(job, owner)
