"""Licence texts that wheels leave out, taken from Debian's packages of the same parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from installers import folders
from installers.commands import run
from installers.debian.releases import RELEASES
from installers.fetching.archive import fetch_packages

if TYPE_CHECKING:
    from pathlib import Path

    from installers.workshop import Workshop

PINS = "packaging/pins/debian-trixie-runtime.sha256"
RELEASE = RELEASES["13"]


def unpack_runtime(workshop: Workshop, folder: Path) -> Path:
    """Unpacks the pinned packages of Debian's Python and licence texts; returns the folder."""
    packages = fetch_packages(workshop, workshop.root / PINS, RELEASE)
    folders.fresh(folder)
    for package in packages:
        run(["dpkg-deb", "--extract", package, folder])
    return folder


def common_licence(debian: Path, name: str) -> tuple[str, bytes]:
    """The text of a licence that many share, such as ``LGPL-3``, with a file name for it."""
    return f"{name}.txt", (debian / "usr/share/common-licenses" / name).read_bytes()
