"""The smallest system of a release, kept as a tarball: nothing but apt and what it stands on."""

from __future__ import annotations

import shutil
import tarfile
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from installers.commands import run
from installers.fetching.archive import keyring
from installers.fetching.mirrors import mirror
from installers.fetching.turns import one_at_a_time

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    with _readable_by_all(keyring(workshop, release.origin)) as keys:
        how = _how(release, keys)
        run(["mmdebstrap", *how, release.suite, unfinished, mirror(release.origin)])
    unfinished.replace(file)


@contextmanager
def _readable_by_all(keys: Path) -> Iterator[Path]:
    """A copy for apt, which fetches as a user who may look into no folder of ours."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        copy = Path(shutil.copyfile(keys, Path(name) / keys.name))
        copy.chmod(0o644)
        yield copy


def _how(release: Release, keys: Path) -> list[str]:
    return [
        "--variant=minbase",
        "--include=apt",  # which Ubuntu does not count among the smallest
        "--quiet",
        "--aptopt=Acquire::Languages none",
        f"--components={','.join(release.origin.components)}",
        f"--keyring={keys}",
    ]


def installed_packages(root: Path) -> bytes:
    """What dpkg says is installed in the system of a tarball."""
    with tarfile.open(root) as archive:
        status = archive.extractfile(_STATUS)
        return status.read() if status else b""
