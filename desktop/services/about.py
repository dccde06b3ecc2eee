"""What the program tells of itself: version, places, and the licences of its parts."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop import paths

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from desktop.licences import Part
    from desktop.services.operations import Operation
    from desktop.services.worker import Worker


@dataclass(frozen=True, slots=True)
class Facts:
    """Where things are.

    Attributes:
        data: The data folder.
        program: The program folder, or that of the sources.
    """

    version: str
    data: Path
    program: Path


class About:
    """Answers what the page of the same name asks."""

    def __init__(self, worker: Worker, data: Path) -> None:
        """Take the worker that reads files, and the data folder."""
        self._worker = worker
        self._data = data

    def facts(self) -> Facts:
        """Version and places."""
        from lessons.program import program_version

        return Facts(program_version(), self._data, paths.program_folder())

    def parts(self, owner: QObject) -> Operation[tuple[Part, ...]]:
        """The parts of the program. Fails with ``LicencesUnreadable``."""

        def job() -> tuple[Part, ...]:
            from desktop.licences import all_parts

            return all_parts()

        return self._worker.submit(job, owner)

    def text_of(self, part: Part, owner: QObject) -> Operation[str]:
        """The licences of a part in full. Fails with ``LicencesUnreadable``."""

        def job() -> str:
            from desktop.licences import text_of

            return text_of(part)

        return self._worker.submit(job, owner)
