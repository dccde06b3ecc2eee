"""Who works with a data folder: many programs at once, or one alone that exchanges what is in it.

The system gives a lock back when its holder ends, however it ends.
"""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sync_server.errors import SetupError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_NO_FOLDER = "Server belum disiapkan di {} ({}). Jalankan: bina-asn-server init"
_EXCHANGING = "Folder data {} sedang dipulihkan dari cadangan. Tunggu sampai selesai."
_IN_USE = (
    "Server atau perintah lain masih memakai folder data {}. Hentikan dahulu, misalnya dengan: "
    "systemctl stop bina-asn-server"
)


@contextmanager
def shared(folder: Path) -> Iterator[None]:
    """Work with a folder beside others.

    Raises:
        SetupError: Somebody has the folder alone.
    """
    with _locked(folder, _EXCHANGING, alone=False):
        yield


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Have a folder for oneself.

    Raises:
        SetupError: Somebody works with it.
    """
    with _locked(folder, _IN_USE, alone=True):
        yield


if sys.platform == "win32":
    # Servers run on Linux; a developer's Windows has no lock of this kind.
    @contextmanager
    def _locked(_folder: Path, _busy: str, *, alone: bool) -> Iterator[None]:
        yield

else:
    import fcntl

    @contextmanager
    def _locked(folder: Path, busy: str, *, alone: bool) -> Iterator[None]:
        try:
            opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        except OSError as error:
            raise SetupError(_NO_FOLDER.format(folder, error.strerror)) from error
        try:
            fcntl.flock(opened, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
        except BlockingIOError as error:
            os.close(opened)
            raise SetupError(busy.format(folder)) from error
        try:
            yield
        finally:
            os.close(opened)
