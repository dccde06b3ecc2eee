"""``bina-asn prepare-image``: leave nothing of this PC and its people on a disk to be cloned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop import paths
from desktop.commands.leftovers import deleting, results_wait
from desktop.commands.other_window import kept_shut
from desktop.exits import Exit, Outcome
from desktop.storage.erasing import drop_databases, drop_disposable
from desktop.storage.survey import survey

if TYPE_CHECKING:
    from argparse import Namespace
    from pathlib import Path

_DONE = (
    "Identitas, pendaftaran, dan data peserta sudah dihapus; pelatihan dan kunci tetap ada.",
    "Buat salinan disk sekarang. Jangan membuka Bina ASN lebih dahulu.",
)
_NOTHING = "Komputer ini belum pernah dipakai; tidak ada yang perlu dihapus."


def run(_options: Namespace) -> Outcome:
    """Remove the database, which the server has whole; the next start makes a new identity."""
    folder = paths.data_folder()
    if not folder.is_dir():
        return Outcome(Exit.OK, (_NOTHING,), {})
    with kept_shut(folder), deleting():
        return _clean(folder)


def _clean(folder: Path) -> Outcome:
    found = survey(folder)
    if found.holds_results:
        return results_wait(found, "Tidak ada yang diubah.")
    drop_databases(folder)
    drop_disposable(folder)
    return Outcome(Exit.OK, _DONE, {})
