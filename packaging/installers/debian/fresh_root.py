"""The smallest system of a release, kept as a tarball: nothing but apt and what it stands on."""

from __future__ import annotations

import tarfile
from typing import TYPE_CHECKING

from installers.commands import run
from installers.fetching.archive import mirror
from installers.fetching.turns import one_at_a_time

if TYPE_CHECKING:
    from pathlib import Path

    from installers.debian.releases import Release

_STATUS = "./var/lib/dpkg/status"


def tarball(downloads: Path, release: Release) -> Path:
    """The tarball of a release; made at the first call, by root alone.

    Raises:
        PackagingError: ``mmdebstrap`` is not installed, or the archive can't be reached.
    """
    file = downloads / "roots" / f"{release.name}.tar"
    with one_at_a_time(file.with_suffix(".lock")):
        if not file.exists():
            _make(file, release)
    return file


def _make(file: Path, release: Release) -> None:
    unfinished = file.with_name(f"belum-{file.name}")
    how = ["--variant=minbase", "--aptopt=Acquire::Languages none", "--quiet"]
    run(["mmdebstrap", *how, release.suite, unfinished, mirror()])
    unfinished.replace(file)


def installed_packages(root: Path) -> bytes:
    """What dpkg says is installed in the system of a tarball."""
    with tarfile.open(root) as archive:
        status = archive.extractfile(_STATUS)
        return status.read() if status else b""
