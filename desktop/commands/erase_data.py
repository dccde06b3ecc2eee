"""``bina-asn erase-data``: delete the data of this PC once the server has every result."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop import paths
from desktop.commands.leftovers import deleting, results_wait
from desktop.commands.other_window import kept_shut
from desktop.exits import Exit, Outcome
from desktop.storage.erasing import drop_courses, drop_databases, drop_disposable
from desktop.storage.survey import survey

if TYPE_CHECKING:
    from argparse import Namespace
    from pathlib import Path

_KEPT = "Data tidak dihapus, hanya tembolok dan catatan program."


def run(_options: Namespace) -> Outcome:
    """Delete everything, or only what can't hold a result."""
    folder = paths.data_folder()
    if not folder.is_dir():
        return Outcome(Exit.OK, ("Tidak ada data di komputer ini.",), {"erased": False})
    with kept_shut(folder), deleting():
        return _erase(folder)


def _erase(folder: Path) -> Outcome:
    found = survey(folder)
    drop_disposable(folder)
    if found.holds_results:
        return results_wait(found, _KEPT)
    drop_courses(folder)
    drop_databases(folder)
    return Outcome(Exit.OK, (f"Data di {folder} sudah dihapus.",), {"erased": True})
