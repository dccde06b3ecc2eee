"""The smallest system of a release, kept as a tarball: nothing but apt and what it stands on."""

from __future__ import annotations

import tarfile
from typing import TYPE_CHECKING

from installers.commands import run
from installers.fetching.archive import keyring
from installers.fetching.mirrors import mirror
from installers.fetching.turns import one_at_a_time

if TYPE_CHECKING:
    from pathlib import Path

    from installers.debian.releases import Release
    from installers.workshop import Workshop

_STATUS = "./var/lib/dpkg/status"


def tarball(workshop: Workshop, release: Release) -> Path:
    """The tarball of a release; made at the first call, by root alone.

    Raises:
        PackagingError: ``mmdebstrap`` is not installed, or the archive can't be reached.
    """
    file = workshop.downloads / "roots" / f"{release.name}.tar"
    with one_at_a_time(file.with_suffix(".lock")):
        if not file.exists():
            _make(workshop, release, file)
    return file


def _make(workshop: Workshop, release: Release, file: Path) -> None:
    unfinished = file.with_name(f"belum-{file.name}")
    how = _how(workshop, release)
    run(["mmdebstrap", *how, release.suite, unfinished, mirror(release.origin)])
    unfinished.replace(file)


def _how(workshop: Workshop, release: Release) -> list[str]:
    return [
        "--variant=minbase",
        "--include=apt",  # which Ubuntu does not count among the smallest
        "--quiet",
        "--aptopt=Acquire::Languages none",
        f"--components={','.join(release.origin.components)}",
        f"--keyring={keyring(workshop, release.origin)}",
    ]


def installed_packages(root: Path) -> bytes:
    """What dpkg says is installed in the system of a tarball."""
    with tarfile.open(root) as archive:
        status = archive.extractfile(_STATUS)
        return status.read() if status else b""
