"""What a data folder holds that the server has not got; looked at without changing anything."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.storage import opening
from desktop.storage.database import explained
from desktop.storage.errors import StoreProblem

if TYPE_CHECKING:
    from pathlib import Path

ASIDE = "bina-asn-disisihkan-"
"""How the name of a database begins that somebody set aside because it could not be used."""
_UNSENT = "SELECT count(*) FROM deliveries WHERE state = 'unsent'"
_REJECTED = "SELECT count(*) FROM deliveries WHERE state = 'rejected'"
_BEGUN = "SELECT count(*) FROM drafts WHERE superseded = 0 AND answers <> ''"
_DEVICE = "SELECT value FROM state WHERE name = 'device'"


@dataclass(frozen=True, slots=True)
class Survey:
    """What would be lost with the folder.

    Attributes:
        unsent: Results on their way to the server.
        rejected: Results that the server refused and nobody has decided about.
        begun: Quizzes with answers that were not handed in yet.
        unclear: Names of databases that can't be read or were set aside: they may hold results.
    """

    unsent: int = 0
    rejected: int = 0
    begun: int = 0
    unclear: tuple[str, ...] = ()

    @property
    def holds_results(self) -> bool:
        """Whether anything of it may be missing on the server."""
        return bool(self.unsent or self.rejected or self.begun or self.unclear)

    def __add__(self, other: Survey) -> Survey:
        return Survey(
            self.unsent + other.unsent,
            self.rejected + other.rejected,
            self.begun + other.begun,
            self.unclear + other.unclear,
        )


def survey(folder: Path) -> Survey:
    """Look through every database of a folder.

    A copy that an upgrade left behind is older than the database of the same identity and holds
    nothing more, so it counts only where that database is gone.

    Raises:
        OSError: The folder can't be read.
    """
    device, total = _look(folder / opening.FILE_NAME)
    for path in other_databases(folder):
        owner, found = _look(path)
        if path.name.startswith(ASIDE):
            total += Survey(unclear=(path.name,))
        elif not device or owner != device:
            total += found
    return total


def other_databases(folder: Path) -> list[Path]:
    """Every database of ours in a folder beside the one in use, by name."""
    found = folder.glob("bina-asn-*.db")
    return sorted(path for path in found if path.name != opening.FILE_NAME)


def _look(path: Path) -> tuple[str, Survey]:
    """Whose database it is and what waits in it; nobody's where there is none."""
    if not path.exists():
        return "", Survey()
    try:
        if opening.inspect(path) == 0:
            return "", Survey()
        return _read(path)
    except StoreProblem:
        return "", Survey(unclear=(path.name,))


def _read(path: Path) -> tuple[str, Survey]:
    with explained(path), closing(opening.look(path)) as file:
        numbers = (file.execute(sql).fetchone()[0] for sql in (_UNSENT, _REJECTED, _BEGUN))
        device = file.execute(_DEVICE).fetchone()
        return device[0] if device else "", Survey(*numbers)
