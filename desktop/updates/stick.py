"""An update that somebody carries: an installer with ``SHA256SUMS`` and its signature beside."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.updates.choosing import Machine, Offer, newest_offer, offer_named
from desktop.updates.errors import UpdateRefused
from desktop.updates.plain_files import opened_plainly, read_plainly, sum_of
from desktop.updates.sums import LARGEST, NAME, SIGNATURE_NAME, signed_sums

if TYPE_CHECKING:
    from collections.abc import Mapping

LARGEST_INSTALLER = 512 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Update:
    """A file that was verified a moment ago; whoever starts it verifies it again."""

    offer: Offer
    file: Path


def look_at(path: Path, machine: Machine) -> Update:
    """Verify an installer, or the newest one in a folder.

    Raises:
        NothingNewer: It is as old as this program, or older.
        UpdateRefused: It can't be trusted, read, or used here.
    """
    if path.is_dir():
        folder, offer = path, newest_offer(_sums(path, machine), machine)
    else:
        folder, offer = path.parent, offer_named(path.name, _sums(path.parent, machine), machine)
    file = folder / offer.installer.name
    require_as_signed(file, offer)
    return Update(offer, file)


def require_as_signed(file: Path, offer: Offer) -> None:
    """Refuse a file that is not, byte for byte, what was signed.

    Raises:
        UpdateRefused: See there.
    """
    with opened_plainly(file, LARGEST_INSTALLER) as opened:
        if sum_of(opened) != offer.sha256:
            raise UpdateRefused(damaged(offer))


def damaged(offer: Offer) -> str:
    """The words for a file that is not as signed."""
    name = offer.installer.name
    return f"Isi {name} tidak seperti yang ditandatangani: rusak, terpotong, atau diubah."


def _sums(folder: Path, machine: Machine) -> Mapping[str, str]:
    data = read_plainly(folder / NAME, LARGEST)
    signature = read_plainly(folder / SIGNATURE_NAME, LARGEST)
    return signed_sums(data, signature, machine.keys)
