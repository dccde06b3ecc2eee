"""Opens a package: nothing is believed before signature, every hash and every byte fit."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from lessons.packages.archive import Archive
from lessons.packages.contents import Contents, read_contents, require_sound_course
from lessons.packages.disk import in_words
from lessons.packages.manifest import FileEntry, read_manifest
from lessons.packages.names import MANIFEST, SIGNATURE
from lessons.packages.packing import packed
from lessons.packages.reasons import PackageError, Reason
from lessons.packages.zip_form import archive_chunks

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

    from lessons.packages.keys import TrustedKeys
    from lessons.packages.manifest import Manifest

LARGEST_MANIFEST = 1024 * 1024


def verify(file: Path, trusted: TrustedKeys) -> Contents:
    """Check everything that can be told of a package by itself.

    Raises:
        PackageError: It is refused; the reason says why.
    """
    with opened(file, trusted) as package:
        return package.contents


@contextmanager
def opened(file: Path, trusted: TrustedKeys) -> Iterator[OpenPackage]:
    """A verified package, open for reading.

    Raises:
        PackageError: It is refused; the reason says why.
    """
    try:
        # Whoever opens a pipe waits for ever, and a device has no end.
        if file.exists() and not file.is_file():
            raise PackageError(Reason.UNREADABLE, "ini bukan berkas")
        source = file.open("rb")
    except (OSError, ValueError) as error:
        raise _unreadable(error) from error
    with source:
        try:
            package = OpenPackage(source, trusted, file.parent)
        except OSError as error:
            raise _unreadable(error) from error
        yield package


def _unreadable(error: OSError | ValueError) -> PackageError:
    why = in_words(error) if isinstance(error, OSError) else "namanya tidak dapat dipakai"
    return PackageError(Reason.UNREADABLE, why)


class OpenPackage:
    """A verified package whose files can be read while it is open."""

    def __init__(self, source: BinaryIO, trusted: TrustedKeys, folder: Path) -> None:
        """Verify it.

        Args:
            folder: Where the course says that its files lie.

        Raises:
            PackageError: It is refused; the reason says why.
            OSError: It can't be read.
        """
        self._archive = Archive(source)
        self.manifest_bytes, self.signature = self._small(MANIFEST), self._small(SIGNATURE)
        self.manifest = read_manifest(self.manifest_bytes, self.signature, trusted)
        _require_same_entries(self._archive, self.manifest)
        self.contents = read_contents(self.manifest, self.read, folder)
        require_sound_course(self.contents.course, self.manifest.files.keys())
        _require_same(source, self._packed_again())

    def read(self, _path: str, entry: FileEntry) -> bytes:
        """The bytes of a file that the manifest lists."""
        return self._archive.read(entry.name)

    def _small(self, name: str) -> bytes:
        entry = self._archive.entries.get(name)
        if entry and entry.size > LARGEST_MANIFEST:
            raise PackageError(Reason.TOO_LARGE, name)
        return self._archive.read(name)

    def _packed_again(self) -> Iterator[bytes]:
        names = sorted({entry.name for entry in self.manifest.files.values()})
        parts = self.manifest_bytes, self.signature
        return archive_chunks(packed(*parts, names, self._archive.read))


def _require_same_entries(archive: Archive, manifest: Manifest) -> None:
    listed = {MANIFEST, SIGNATURE, *(entry.name for entry in manifest.files.values())}
    if missing := listed - archive.entries.keys():
        raise PackageError(Reason.MISSING, min(missing))
    if surplus := archive.entries.keys() - listed:
        raise PackageError(Reason.SURPLUS, min(surplus))


def _require_same(source: BinaryIO, chunks: Iterator[bytes]) -> None:
    """Packing what was read must give these very bytes; then nothing was overlooked."""
    at = 0
    for chunk in chunks:
        source.seek(at)
        if source.read(len(chunk)) != chunk:
            raise PackageError(Reason.NOT_CANONICAL)
        at += len(chunk)
    if source.seek(0, 2) != at:
        raise PackageError(Reason.NOT_CANONICAL)
