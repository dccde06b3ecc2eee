"""A temporary folder for checks that must write something."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.selftest.verdicts import Doubtful
from lessons.packages.disk import in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

_ENOUGH = 16 * 1024 * 1024


@contextmanager
def scratch_folder(enough: int = _ENOUGH) -> Iterator[Path]:
    """A folder that is gone afterwards.

    Args:
        enough: So many bytes must be free.

    Raises:
        Doubtful: Nothing can be written there, or the disk is full; it is no fault of the program.
    """
    try:
        with tempfile.TemporaryDirectory(prefix="bina-asn-", ignore_cleanup_errors=True) as name:
            folder = Path(name)
            if shutil.disk_usage(folder).free < enough:
                raise Doubtful(f"Tidak dapat dicoba: disk {folder.parent} penuh. Kosongkan ruang.")
            yield folder
    except OSError as error:
        words = in_words(error)
        raise Doubtful(f"Tidak dapat dicoba di folder sementara: {words}.") from error
