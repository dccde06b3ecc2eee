"""What takes long to make, made once for all trials, also where several processes share them."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from installers.fetching.turns import one_at_a_time

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

    from installers.workshop import Workshop


@dataclass(frozen=True, slots=True)
class Shelf:
    """A folder that all processes of one run of the trials know.

    Attributes:
        folder: Goes with the run.
    """

    folder: Path

    def once(self, name: str, make: Callable[[Path], Path]) -> Path:
        """What ``make`` makes in a new folder; whoever comes second waits, and gets the same."""
        place = self.folder / name
        with one_at_a_time(self.folder / f"{name}.lock"):
            note = self.folder / f"{name}.made"
            if not note.exists():
                shutil.rmtree(place, ignore_errors=True)  # of somebody who failed
                note.write_text(str(make(place)), "utf-8")
            return Path(note.read_text("utf-8"))

    def packed(self, name: str, workshop: Workshop, make: Callable[[Workshop], Path]) -> Path:
        """What ``make`` makes in a workshop of its own, which is otherwise like the given one."""

        def made(place: Path) -> Path:
            output = place / "packages"
            output.mkdir(parents=True, exist_ok=True)
            return make(replace(workshop, work=place / "work", output=output))

        return self.once(name, made)


def shelf_of(factory: pytest.TempPathFactory) -> Shelf:
    """The shelf of this run: beside the folders of the single processes, where there are such."""
    own = factory.getbasetemp()
    folder = (own.parent if own.name.startswith("popen-") else own) / "shelf"
    folder.mkdir(exist_ok=True)
    return Shelf(folder)
