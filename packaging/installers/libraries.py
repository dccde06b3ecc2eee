"""The program folder's ``lib``: third-party libraries out of their wheels."""

from __future__ import annotations

import zipfile
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from installers import folders
from installers.errors import PackagingError
from installers.trimming import is_needed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def install(wheels: Iterable[Path], folder: Path) -> None:
    """Unpacks what the program needs of these wheels into one folder.

    Wheels of one library for several Pythons lie side by side: their extension modules differ by
    name, all else is the same.

    Raises:
        PackagingError: Two wheels have different files of the same name.
    """
    for wheel in wheels:
        for name, data in members(wheel):
            if is_needed(name):
                _put(folder / name, data, wheel)


def members(wheel: Path) -> Iterator[tuple[PurePosixPath, bytes]]:
    """The files of a wheel, by their paths there, in its order."""
    with zipfile.ZipFile(wheel) as archive:
        for entry in archive.infolist():
            if not entry.is_dir():
                yield PurePosixPath(entry.filename), archive.read(entry)


def add_own_metadata(folder: Path, version: str) -> None:
    """Lets ``importlib.metadata`` tell the program's version, as after any installation."""
    lines = ["Metadata-Version: 2.4", "Name: bina-asn", f"Version: {version}"]
    own = folder / f"bina_asn-{version}.dist-info" / "METADATA"
    folders.write(own, ("\n".join(lines) + "\n").encode())


def _put(file: Path, data: bytes, wheel: Path) -> None:
    if file.exists() and file.read_bytes() != data:
        raise PackagingError(f"{wheel.name} has another {file.name} than a wheel before it")
    folders.write(file, data)
