"""What a person may do with a database that can't be used: copy it, or set it aside."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from itertools import count
from typing import TYPE_CHECKING

from desktop.storage.errors import StoreUnavailable
from desktop.storage.opening import FILE_NAME

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def set_aside(folder: Path) -> Path:
    """Give the database another name in the same folder, so that a fresh one can be made.

    The name carries the day on which the file was last written. Nothing is lost: the log beside
    the file is copied before the file moves, so a power cut at any moment leaves a whole pair.

    Returns:
        The file under its new name.

    Raises:
        StoreUnavailable: The file is in use, or the folder can't be written.
    """
    path = folder / FILE_NAME
    try:
        kept = _free_name(path)
        _copy_log(path, kept)
        path.rename(kept)
        _drop_side_files(path)
    except OSError as error:
        raise _unavailable(path, error) from error
    return kept


def save_copy(folder: Path, target: Path) -> Path:
    """Copy a damaged database as it is, with the log beside it, into another folder.

    Returns:
        The copied database file.

    Raises:
        StoreUnavailable: The copy can't be written.
    """
    path = folder / FILE_NAME
    try:
        kept = _free_name(target / FILE_NAME, like=path)
        _copy_log(path, kept)
        shutil.copyfile(path, kept)
    except OSError as error:
        raise _unavailable(path, error) from error
    return kept


def _free_name(path: Path, like: Path | None = None) -> Path:
    written = datetime.fromtimestamp((like or path).stat().st_mtime, UTC)
    names = _names(path, f"{path.stem}-disisihkan-{written:%Y%m%d}")
    return next(name for name in names if not name.exists() and not _log(name).exists())


def _names(path: Path, stem: str) -> Iterator[Path]:
    yield path.with_name(f"{stem}{path.suffix}")
    for number in count(2):
        yield path.with_name(f"{stem}-{number}{path.suffix}")


def _copy_log(path: Path, kept: Path) -> None:
    if _log(path).exists():
        shutil.copyfile(_log(path), _log(kept))


def _drop_side_files(path: Path) -> None:
    _log(path).unlink(missing_ok=True)
    path.with_name(f"{path.name}-shm").unlink(missing_ok=True)


def _log(path: Path) -> Path:
    return path.with_name(f"{path.name}-wal")


def _unavailable(path: Path, error: OSError) -> StoreUnavailable:
    return StoreUnavailable(
        "Berkas basis data tidak dapat disalin atau dipindahkan. Tutup Bina ASN di semua jendela, "
        "periksa ruang disk, lalu coba lagi.",
        path,
        str(error),
    )
