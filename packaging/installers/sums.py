"""SHA256SUMS of the packages, and its signature by the city's key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from installers.errors import PackagingError
from installers.pins import sha256_of
from lessons.packages.file_signatures import sign_file
from lessons.packages.keys import KeyProblem, load_secret_key

if TYPE_CHECKING:
    from pathlib import Path

    from installers.workshop import Workshop

NAME = "SHA256SUMS"
SIGNATURE = f"{NAME}.sig"


def write(workshop: Workshop) -> Path:
    """Writes the hashes of all packages in the form that ``sha256sum --check`` reads.

    With a release key it is signed too, into ``SHA256SUMS.sig``; without one an older signature
    is removed, for it would no longer fit.

    Raises:
        PackagingError: The release key can't be read.
    """
    file = workshop.output / NAME
    file.write_text("".join(lines(workshop.output)), "utf-8")
    (workshop.output / SIGNATURE).unlink(missing_ok=True)
    if workshop.signing.release_key:
        _sign(file, workshop.signing.release_key)
    return file


def lines(folder: Path) -> list[str]:
    """The hashes of all files in a folder, sorted by name; lists of sums are left out."""
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    packed = [file for file in files if file.name not in (NAME, SIGNATURE)]
    return [f"{sha256_of(file)}  {file.relative_to(folder).as_posix()}\n" for file in packed]


def _sign(file: Path, key: Path) -> None:
    try:
        signature = sign_file(file.read_bytes(), load_secret_key(key))
    except KeyProblem as problem:
        raise PackagingError(f"{key}: {problem.message}") from problem
    file.with_name(SIGNATURE).write_bytes(signature)
