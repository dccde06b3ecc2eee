"""Files and folders that are really on the disk when they are said to be."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


_WORDS = {
    errno.ENOENT: "berkas atau folder itu tidak ada",
    errno.EACCES: "tidak ada izin",
    errno.EPERM: "tidak ada izin",
    errno.ENOSPC: "disk penuh",
    errno.EDQUOT: "disk penuh",
    errno.EFBIG: "berkas terlalu besar",
    errno.EROFS: "disk hanya dapat dibaca",
    errno.ENOTDIR: "ada berkas di tempat folder",
    errno.EEXIST: "ada berkas di tempat folder",
    errno.ENAMETOOLONG: "namanya terlalu panjang",
}


def in_words(error: OSError) -> str:
    """Why the system refused, in Indonesian where it is one of the usual reasons."""
    return _WORDS.get(error.errno or 0, error.strerror or type(error).__name__)


def write_synced(path: Path, data: bytes) -> None:
    """Write a new file, and the folders above it that there are not yet."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def replace_synced(path: Path, data: bytes) -> None:
    """Write a file in place of the one that may be there, whole or not at all."""
    unfinished = path.with_name(f"{path.name}.{os.getpid()}.new")
    try:
        write_synced(unfinished, data)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    sync_folder(path.parent)


def sync_folders(folder: Path) -> None:
    """Have the names in a folder and in those below it on the disk."""
    for path in [folder, *(each for each in folder.rglob("*") if each.is_dir())]:
        sync_folder(path)


def sync_folder(folder: Path) -> None:
    """Have the names in a folder on the disk; Windows does so by itself, and has no call for it."""
    if os.name == "nt":
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
