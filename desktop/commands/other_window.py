"""The window that may be open beside a command: Qt keeps its lock, so this meets Qt."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from desktop.errors import ProgramError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class StillOpen(ProgramError):
    """A window of the program is open, and must not be."""

    title = "Bina ASN masih terbuka"


def close(folder: Path, seconds: int) -> bool:
    """Close the window in order; see :func:`desktop.services.closing.close_window`.

    Returns:
        Whether one was open.

    Raises:
        StillOpen: It is still open; says whose it is.
    """
    from desktop.services.closing import close_window

    done = close_window(folder, seconds)
    if done.is_closed:
        return done.was_heard
    words = (
        f"Program diminta menutup tetapi belum selesai dalam {seconds} detik. Coba lagi."
        if done.was_heard
        else f"Jendelanya milik akun lain di komputer ini (proses {done.process}), atau belum "
        "menanggapi. Tutup program di akun itu."
    )
    raise StillOpen(words, f"process {done.process}")


@contextmanager
def kept_shut(folder: Path) -> Iterator[None]:
    """Keep any window from opening on a folder, which must exist, while the block runs.

    Raises:
        StillOpen: One is open.
    """
    from desktop.services.instance import Instance

    instance = Instance(folder)
    if not instance.claim():
        raise StillOpen("Tutup dahulu jendela Bina ASN, atau jalankan: bina-asn quit")
    try:
        yield
    finally:
        instance.release()
