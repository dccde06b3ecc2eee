"""Lists of pinned files, ``packaging/pins/*.sha256``: a hash and a file's name on each line."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from installers.errors import PackagingError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path


def sha256_of(file: Path) -> str:
    """The hash of a file, in hex."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def read_pins(listing: Path) -> dict[str, str]:
    """The hashes of a list by file name, in the list's order; ``#`` begins a remark."""
    lines = [line.partition("#")[0].split() for line in listing.read_text("utf-8").splitlines()]
    return {words[1]: words[0] for words in lines if words}


def write_pins(listing: Path, files: Iterable[Path], remark: str) -> None:
    """Writes the list of these files, sorted by name."""
    lines = [f"{sha256_of(file)}  {file.name}\n" for file in sorted(files)]
    listing.write_text(f"# {remark}\n{''.join(lines)}", "utf-8")


def unfit(folder: Path, pins: Mapping[str, str]) -> list[str]:
    """The names whose file in a folder is absent or has another hash than the pinned one."""
    return [name for name, pin in pins.items() if not _is_fit(folder / name, pin)]


def _is_fit(file: Path, pin: str) -> bool:
    return file.is_file() and sha256_of(file) == pin


def verify(file: Path, pin: str) -> None:
    """Checks a file against its hash.

    Raises:
        PackagingError: It is another file than the pinned one.
    """
    if not _is_fit(file, pin):
        raise PackagingError(f"{file.name} is not the pinned file (sha256 {pin})")
