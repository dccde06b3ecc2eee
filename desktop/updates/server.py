"""An update that the server hands out; kept in the data folder once it is whole and verified."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING, Protocol

from desktop.sync.answers import understand_bytes
from desktop.sync.errors import Refused
from desktop.sync.wire import Patience
from desktop.updates.choosing import Machine, Offer, newest_offer
from desktop.updates.errors import NothingNewer, UpdateRefused
from desktop.updates.names import installer_of
from desktop.updates.stick import LARGEST_INSTALLER, Update, damaged, require_as_signed
from desktop.updates.sums import NAME, SIGNATURE_NAME, signed_sums
from lessons.packages.disk import in_words, sync_folder

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.sync.wire import Answer

FOLDER = "updates"
_ROAD = "api/v1/updates"
PATIENCE = Patience(whole=2 * 60 * 60)
"""A program has some 40 MB, and an office's line may carry 50 kbit/s."""
_UNFINISHED = ".part"
_NONE = "Server belum menyediakan pembaruan."


class Line(Protocol):
    """What of :class:`desktop.sync.client.HttpTransport` is needed."""

    def get(self, url: str) -> Answer:
        """Ask for a page."""

    def fetch(self, url: str, take: Callable[[bytes], object], most: int) -> Answer:
        """Ask for a file of at most so many bytes and hand it on by portions."""


def fetch_update(server: str, line: Line, machine: Machine, data: Path) -> Update:
    """Ask the server, and fetch what is newer.

    Args:
        server: Base address of the server.
        data: The data folder; the file is kept in its folder ``updates``.

    Raises:
        NothingNewer: The server has nothing newer.
        SyncError: It could not be asked; says which step failed.
        UpdateRefused: What it has can't be trusted, used here, or kept.
    """
    sums = signed_sums(_read(server, NAME, line), _read(server, SIGNATURE_NAME, line), machine.keys)
    offer = newest_offer(sums, machine)
    file = data / FOLDER / offer.installer.name
    if not _is_kept(file, offer):
        try:
            _keep(f"{server}/{_ROAD}/{file.name}", line, file, offer)
        except OSError as error:
            words = f"Pembaruan tidak dapat disimpan di {file.parent}: {in_words(error)}."
            raise UpdateRefused(words) from error
    return Update(offer, file)


def _read(server: str, name: str, line: Line) -> bytes:
    try:
        return understand_bytes(line.get(f"{server}/{_ROAD}/{name}"))
    except Refused as refused:
        if refused.code == "not-found":
            raise NothingNewer(_NONE) from refused
        raise


def _is_kept(file: Path, offer: Offer) -> bool:
    try:
        require_as_signed(file, offer)
    except UpdateRefused:
        return False
    return True


def _keep(url: str, line: Line, file: Path, offer: Offer) -> None:
    """Fetch a file, whole and as signed or not at all."""
    file.parent.mkdir(parents=True, exist_ok=True)
    _remove_earlier(file.parent)
    part = file.with_name(f"{file.name}{_UNFINISHED}")
    try:
        _fetch(url, line, part, offer)
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)
    sync_folder(file.parent)


def _remove_earlier(folder: Path) -> None:
    """Also a link that somebody put where this program is about to write."""
    for old in folder.iterdir():
        if installer_of(old.name.removesuffix(_UNFINISHED)):
            old.unlink()


def _fetch(url: str, line: Line, part: Path, offer: Offer) -> None:
    found = hashlib.sha256()
    with part.open("xb") as target:

        def take(chunk: bytes) -> None:
            found.update(chunk)
            target.write(chunk)

        understand_bytes(line.fetch(url, take, LARGEST_INSTALLER))
        target.flush()
        os.fsync(target.fileno())
    if found.hexdigest() != offer.sha256:
        raise UpdateRefused(damaged(offer))
