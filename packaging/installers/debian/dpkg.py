"""From a folder that looks like the root of a system to one package of Debian."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING

from installers import folders
from installers.commands import run

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from installers.workshop import Workshop

CONTROL = "DEBIAN"
_KIB = 1024
_FOR_RELEASES = ("-Zxz", "-z9", "--threads-max=1")  # one thread: the same bytes on every machine
_FOR_TRIALS = ("-Zgzip", "-z1")


def pack(workshop: Workshop, tree: Path, file: Path) -> Path:
    """Packs a tree with its control files in ``DEBIAN/``; returns the package.

    Rights and times within are made the same everywhere, and all belongs to root.

    Raises:
        PackagingError: ``dpkg-deb`` refuses it.
    """
    (tree / CONTROL / "md5sums").write_text("".join(_sums(tree)), "utf-8")
    folders.settle(tree, workshop.epoch)
    file.parent.mkdir(parents=True, exist_ok=True)
    how = _FOR_TRIALS if workshop.is_quick else _FOR_RELEASES
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(workshop.epoch)}
    run(
        ["dpkg-deb", "--root-owner-group", *how, "--build", tree, file],
        environment=environment,
    )
    return file


def installed_size(tree: Path) -> int:
    """What a tree takes on a disk, in KiB, in the way that Debian counts: each file rounded up."""
    paths = [path for path in tree.rglob("*") if CONTROL not in path.relative_to(tree).parts]
    return sum(-(-path.stat().st_size // _KIB) if path.is_file() else 1 for path in paths)


def _sums(tree: Path) -> Iterator[str]:
    for path in sorted(tree.rglob("*")):
        name = path.relative_to(tree)
        if path.is_file() and name.parts[0] != CONTROL:
            # dpkg's own format; it guards against a failing disk, not against people.
            digest = hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()
            yield f"{digest}  {name}\n"
