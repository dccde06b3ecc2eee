"""From a course folder to a package; the same course gives the same bytes at any time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lessons.compiled import encode_course
from lessons.packages.archive import LARGEST_ENTRY, MOST_ENTRIES
from lessons.packages.contents import named_pictures, require_sound_course
from lessons.packages.manifest import (
    FIRST_CLIENT,
    Edition,
    Manifest,
    manifest_of,
    sign_manifest,
)
from lessons.packages.names import COURSE, MANIFEST, SIGNATURE, require_harmless
from lessons.packages.reasons import PackageError, Reason
from lessons.packages.sealing import for_edition
from lessons.packages.zip_form import archive_chunks
from lessons.pictures import is_picture
from lessons.reader import read_course
from lessons.records import to_json

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from lessons.course import Course
    from lessons.packages.keys import SecretKey

SUFFIX = ".paket"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What kind of package is wanted.

    Attributes:
        min_client: The first version of the program that may take it, ``0.1.0``.
    """

    edition: Edition = Edition.PC
    min_client: str = FIRST_CLIENT


@dataclass(frozen=True, slots=True)
class Made:
    """A package that is ready to be written."""

    manifest: Manifest
    contents: tuple[tuple[str, bytes], ...]

    def write(self, out: Path) -> None:
        """Write the file, whole or not at all.

        Raises:
            OSError: It can't be written.
        """
        unfinished = out.with_name(f"{out.name}.new")
        try:
            with unfinished.open("wb") as file:
                file.writelines(archive_chunks(self.contents))
            unfinished.replace(out)
        finally:
            unfinished.unlink(missing_ok=True)


def pack(folder: Path, key: SecretKey, out: Path, wanted: Wanted | None = None) -> Manifest:
    """Read a course folder and write its package; see :func:`prepare` and :meth:`Made.write`."""
    made = prepare(folder, key, wanted or Wanted())
    made.write(out)
    return made.manifest


def prepare(folder: Path, key: SecretKey, wanted: Wanted) -> Made:
    """Read a course folder and sign it.

    Raises:
        CourseError: The course has problems.
        PackageError: It can't become a package; the reason says why.
        OSError: A picture can't be read.
    """
    course = for_edition(read_course(folder), wanted.edition, key)
    files = {COURSE: encode_course(course), **_pictures(course)}
    require_sound_course(course, files.keys())
    _require_small(files)
    manifest = manifest_of(course, files, wanted.edition, wanted.min_client)
    written = to_json(manifest)
    by_name = {manifest.files[path].name: data for path, data in files.items()}
    entries = packed(written, sign_manifest(written, key), sorted(by_name), by_name.__getitem__)
    return Made(manifest, tuple(entries))


def packed(
    manifest: bytes, signature: bytes, names: Iterable[str], read: Callable[[str], bytes]
) -> Iterator[tuple[str, bytes]]:
    """The entries of a package in their order; ``names`` are those of the contents, sorted."""
    yield MANIFEST, manifest
    yield SIGNATURE, signature
    yield from ((name, read(name)) for name in names)


def file_name(manifest: Manifest) -> str:
    """How a package is called: ``ASN-05-v3.paket``, the server's ``ASN-05-v3-server.paket``."""
    mark = "-server" if manifest.edition is Edition.SERVER else ""
    return f"{manifest.course}-v{manifest.version}{mark}{SUFFIX}"


def _pictures(course: Course) -> dict[str, bytes]:
    named = sorted(name for name in named_pictures(course) if is_picture(course.folder, name))
    require_harmless(named)
    return {name: _bytes(course.folder / name) for name in named}


def _bytes(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(LARGEST_ENTRY + 1)


def _require_small(files: Mapping[str, bytes]) -> None:
    if len(files) + 2 > MOST_ENTRIES:
        raise PackageError(Reason.TOO_MANY, str(len(files)))
    for path, data in files.items():
        if len(data) > LARGEST_ENTRY:
            raise PackageError(Reason.TOO_LARGE, path)
