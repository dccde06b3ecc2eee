"""The index by which apt finds packages in a folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from installers.commands import run
from installers.pins import sha256_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

NAME = "Packages"


def write(folder: Path, packages: Iterable[Path]) -> None:
    """Writes ``Packages`` into a folder, for packages that lie in it, in their order."""
    (folder / NAME).write_text("\n".join(map(_entry, packages)), "utf-8")


def _entry(package: Path) -> str:
    control = run(["dpkg-deb", "--field", package])
    about = (package.name, package.stat().st_size, sha256_of(package))
    return control + "Filename: ./{}\nSize: {}\nSHA256: {}\n".format(*about)
