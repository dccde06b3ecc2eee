"""Names of installers: which system and version one is for."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.updates.versions import PATTERN, Version

if TYPE_CHECKING:
    from pathlib import Path


class Kind(StrEnum):
    """A kind of installation; the values are how its file ends."""

    EXE = "exe"
    MSI = "msi"
    DEB = "deb"


_SHAPES = {
    Kind.EXE: re.compile(rf"bina-asn-(?P<version>{PATTERN})-amd64\.exe", re.ASCII),
    Kind.MSI: re.compile(rf"bina-asn-(?P<version>{PATTERN})-amd64\.msi", re.ASCII),
    Kind.DEB: re.compile(rf"bina-asn_(?P<version>{PATTERN})_amd64\.deb", re.ASCII),
}


@dataclass(frozen=True, slots=True)
class Installer:
    """What the name of an installer tells."""

    name: str
    kind: Kind
    version: Version


def installer_of(name: str) -> Installer | None:
    """Read a name; None when it is not one of an installer of this program."""
    for kind, shape in _SHAPES.items():
        if match := shape.fullmatch(name):
            return Installer(name, kind, Version.read(match["version"]))
    return None


def kind_here(program: Path, platform: str = sys.platform) -> Kind:
    """The kind by which this program was installed, so that the next one goes over it.

    Args:
        program: The program folder. On Windows the uninstaller of the .exe lies beside it; from
            sources, whose folder is no installation, the .exe is meant.
    """
    if platform != "win32":
        return Kind.DEB
    is_msi = (program / "manifest.json").is_file() and not (
        program.parent / "uninstall.exe"
    ).is_file()
    return Kind.MSI if is_msi else Kind.EXE
