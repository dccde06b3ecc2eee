"""Made-up releases with a real signature."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from desktop.updates.choosing import Machine
from desktop.updates.names import Kind
from desktop.updates.versions import Version
from lessons.packages.file_signatures import sign_file
from lessons.packages.keys import SecretKey

if TYPE_CHECKING:
    from pathlib import Path

OURS = SecretKey(b"c" * 32)
STRANGER = SecretKey(b"s" * 32)
HERE = Version.read("0.1.0")
# Newer than the program that is tested will ever be.
LATER = "90.2.0"
DEB = f"bina-asn_{LATER}_amd64.deb"
EXE = f"bina-asn-{LATER}-amd64.exe"
MSI = f"bina-asn-{LATER}-amd64.msi"
CONTENT = b"!<arch>\ndebian-binary   " + bytes(range(256)) * 500


def machine(kind: Kind = Kind.DEB, version: Version = HERE) -> Machine:
    return Machine((OURS.public,), kind, version)


def release(folder: Path, *names: str, key: SecretKey = OURS) -> Path:
    """A folder as it is copied to a flashdisk; each file holds :data:`CONTENT`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in names or (DEB, EXE, MSI):
        (folder / name).write_bytes(CONTENT)
    digest = hashlib.sha256(CONTENT).hexdigest()
    listed = sums(dict.fromkeys(names or (DEB, EXE, MSI), digest))
    (folder / "SHA256SUMS").write_bytes(listed)
    (folder / "SHA256SUMS.sig").write_bytes(sign_file(listed, key))
    return folder


def sums(files: dict[str, str]) -> bytes:
    """The list as the packing writes it."""
    offline = f"{'0' * 64}  bina-asn-luring-debian13/pasang.sh\n"
    return "".join([*(f"{each}  {name}\n" for name, each in files.items()), offline]).encode()
