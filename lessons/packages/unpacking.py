"""Puts a package's course beside those that are there: in one rename, or not at all.

``ROOT/ASN-05/3`` is version 3 of ASN-05. The version before stays until the next one comes, so that
a damaged course has something to fall back to. Names that begin with a dot are unfinished or done
with, and go with the next unpacking.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lessons.packages.alone import alone_in
from lessons.packages.disk import in_words, sync_folder, sync_folders, write_synced
from lessons.packages.installed import open_installed, read_installed, versions
from lessons.packages.keys import TrustedKeys
from lessons.packages.manifest import Edition, Manifest, require_client
from lessons.packages.names import MANIFEST, SIGNATURE
from lessons.packages.opening import OpenPackage, opened
from lessons.packages.reasons import PackageError, Reason

if TYPE_CHECKING:
    from pathlib import Path

    from lessons.packages.contents import Contents

_NEW = ".new-"
_OLD = ".old-"
_KEPT_VERSIONS = 2

VersionHere = Callable[[str], int]
"""The version of a course, by its code, that can be used here already; 0 where there is none."""


@dataclass(frozen=True, slots=True)
class Machine:
    """Where a package is to come.

    Attributes:
        trusted: Whose packages are taken.
        version_here: What must be older than the package.
        client: The program's version.
    """

    trusted: TrustedKeys
    version_here: VersionHere
    client: str


def unpack(file: Path, root: Path, machine: Machine) -> Contents:
    """Verify a package and add its course below ``root``.

    A cut, a kill or a full disk at any moment leaves the courses that were there as they were.

    Raises:
        PackageError: It is refused, or can't be kept; the reason says why.
    """
    with opened(file, machine.trusted) as package:
        _require_wanted(package.manifest, machine)
        try:
            with alone_in(root):
                # Another program may have installed it while this one waited.
                here = read_installed(root, machine.trusted).version
                _require_newer(package.manifest, here)
                return _install(package, root, machine.trusted)
        except OSError as error:
            raise PackageError(Reason.DISK, in_words(error)) from error


def _require_wanted(manifest: Manifest, machine: Machine) -> None:
    if manifest.edition is not Edition.PC:
        raise PackageError(Reason.SERVER_EDITION)
    require_client(manifest, machine.client)
    _require_newer(manifest, machine.version_here)


def _require_newer(manifest: Manifest, version_here: VersionHere) -> None:
    here = version_here(manifest.course)
    if manifest.version <= here:
        raise PackageError(Reason.OLD_VERSION, f"{manifest.course} versi {here}")


def _install(package: OpenPackage, root: Path, trusted: TrustedKeys) -> Contents:
    home = root / package.manifest.course
    home.mkdir(parents=True, exist_ok=True)
    _remove_leftovers(home)
    unfinished = home / f"{_NEW}{os.getpid()}"
    try:
        _write(package, unfinished)
        open_installed(unfinished, trusted)
        target = home / str(package.manifest.version)
        # What lies there can't be used, or the package would not be newer than what is here.
        _set_aside(target)
        unfinished.rename(target)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    sync_folder(home)
    sync_folder(root)
    _retire(home)
    return open_installed(target, trusted)


def _write(package: OpenPackage, folder: Path) -> None:
    for path, entry in package.manifest.files.items():
        write_synced(folder / path, package.read(path, entry))
    write_synced(folder / MANIFEST, package.manifest_bytes)
    write_synced(folder / SIGNATURE, package.signature)
    sync_folders(folder)


def _set_aside(folder: Path) -> None:
    if folder.exists():
        folder.rename(folder.with_name(f"{_OLD}{folder.name}-{os.getpid()}"))


def _retire(home: Path) -> None:
    for version in versions(home)[_KEPT_VERSIONS:]:
        _set_aside(home / str(version))
    _remove_leftovers(home)


def _remove_leftovers(home: Path) -> None:
    """What another program still holds open stays until the next time."""
    for path in home.iterdir():
        if path.name.startswith((_NEW, _OLD)):
            shutil.rmtree(path, ignore_errors=True)
