"""The tar: written whole or not at all, and believed only after every sum."""

from __future__ import annotations

import hashlib
import io
import os
import shutil
import tarfile
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Final

import msgspec

from lessons.packages.disk import sync_folder
from sync_server.backups.form import FORM, LARGEST_SMALL, MANIFEST, NEWER, Manifest, expected_files
from sync_server.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_BLOCK: Final = 1024 * 1024
_NO_BACKUP: Final = "{} bukan cadangan server Bina ASN."
_DAMAGED: Final = "Cadangan {} rusak atau tidak lengkap ({}). Pakai cadangan lain."


def digest(file: Path) -> str:
    """The SHA-256 of a file, in hex."""
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


@contextmanager
def new_private(path: Path) -> Iterator[IO[bytes]]:
    """A new file that only its owner reads; on the disk afterwards."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        yield file
        file.flush()
        os.fsync(file.fileno())


def pack(stage: Path, manifest: Manifest, target: Path) -> None:
    """Put the files of a folder that the manifest names into one file, readable by its owner.

    Raises:
        OSError: It can't be written; no target is there.
    """
    unfinished = stage / f"{target.name}.part"
    with new_private(unfinished) as file, tarfile.open(fileobj=file, mode="w") as tar:
        pretty = msgspec.json.format(msgspec.json.encode(manifest), indent=2)
        tar.addfile(_entry(MANIFEST, len(pretty), manifest), io.BytesIO(pretty))
        for name in sorted(manifest.files):
            with (stage / name).open("rb") as content:
                size = os.fstat(content.fileno()).st_size
                tar.addfile(_entry(name, size, manifest), content)
        tar.close()
    unfinished.replace(target)
    sync_folder(target.parent)


def unpack(file: Path, stage: Path) -> Manifest:
    """Check a backup and put its files into an empty folder.

    Raises:
        InputError: It is none, it is damaged, or a newer program made it.
        OSError: It can't be read, or the folder can't be written.
    """
    try:
        with tarfile.open(file, mode="r:") as tar:
            manifest = _manifest(file, tar)
            _write_all(file, tar, manifest, stage)
    except tarfile.TarError as error:
        raise InputError(_NO_BACKUP.format(file.name)) from error
    for name, wanted in manifest.files.items():
        if digest(stage / name) != wanted:
            raise InputError(_DAMAGED.format(file.name, name))
    return manifest


def _entry(name: str, size: int, manifest: Manifest) -> tarfile.TarInfo:
    entry = tarfile.TarInfo(name)
    entry.size = size
    entry.mode = 0o600
    entry.mtime = int(manifest.made.timestamp())
    return entry


def _manifest(file: Path, tar: tarfile.TarFile) -> Manifest:
    entry = tar.next()
    if entry is None or entry.name != MANIFEST or entry.size > LARGEST_SMALL:
        raise InputError(_NO_BACKUP.format(file.name))
    text = _content(tar, entry).read()
    try:
        form = msgspec.json.decode(text, type=_Form)
        if form.form > FORM:
            raise InputError(NEWER.format(form.program))
        manifest = msgspec.json.decode(text, type=Manifest)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise InputError(_DAMAGED.format(file.name, MANIFEST)) from error
    if manifest.files.keys() != expected_files(manifest.database):
        raise InputError(_DAMAGED.format(file.name, MANIFEST))
    return manifest


class _Form(msgspec.Struct, frozen=True):
    form: int
    program: str


def _write_all(file: Path, tar: tarfile.TarFile, manifest: Manifest, stage: Path) -> None:
    missing = set(manifest.files)
    while entry := tar.next():
        # Only names that the manifest may have, each once: so no path leads out of the folder.
        if entry.name not in missing or not entry.isreg():
            raise InputError(_DAMAGED.format(file.name, entry.name))
        missing.remove(entry.name)
        _write(file, tar, entry, stage / entry.name)
    if missing:
        raise InputError(_DAMAGED.format(file.name, ", ".join(sorted(missing))))


def _write(file: Path, tar: tarfile.TarFile, entry: tarfile.TarInfo, target: Path) -> None:
    try:
        with new_private(target) as written:
            shutil.copyfileobj(_content(tar, entry), written, _BLOCK)
    except tarfile.TarError as error:
        raise InputError(_DAMAGED.format(file.name, entry.name)) from error


def _content(tar: tarfile.TarFile, entry: tarfile.TarInfo) -> IO[bytes]:
    content = tar.extractfile(entry)
    if content is None:
        raise tarfile.ReadError(entry.name)
    return content
