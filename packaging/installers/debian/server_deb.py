"""The server's package: one file for Debian 12 and 13 and Ubuntu 24.04."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from installers import folders
from installers.debian.documents import (
    Release,
    debian_changelog,
    parts_in_words,
    releases,
    write_packed,
)
from installers.debian.dpkg import CONTROL, installed_size, pack
from installers.payload import parts_of, program_folder

if TYPE_CHECKING:
    from pathlib import Path

    from installers.workshop import Workshop

PACKAGE = "bina-asn-server"
_MAINTAINER = "Bina ASN <bina-asn@dumaikota.go.id>"
_DOCUMENTS = f"usr/share/doc/{PACKAGE}"
# Where a template of packaging/server goes, and whether it is a program.
_FILES = {
    "launcher.py": (f"usr/bin/{PACKAGE}", True),
    "server.env": (f"etc/{PACKAGE}/server.env", False),
    f"{PACKAGE}.service": (f"usr/lib/systemd/system/{PACKAGE}.service", False),
    f"{PACKAGE}.rtupdate": (f"usr/share/python3/runtime.d/{PACKAGE}.rtupdate", True),
    "lintian-overrides": (f"usr/share/lintian/overrides/{PACKAGE}", False),
    "copyright.in": (f"{_DOCUMENTS}/copyright", False),
    "conffiles": (f"{CONTROL}/conffiles", False),
    "postinst": (f"{CONTROL}/postinst", True),
    "prerm": (f"{CONTROL}/prerm", True),
    "postrm": (f"{CONTROL}/postrm", True),
    "templates": (f"{CONTROL}/templates", False),
    "control.in": (f"{CONTROL}/control", False),
}


def build(workshop: Workshop) -> Path:
    """Makes ``bina-asn-server_<version>_amd64.deb`` in the output folder and returns it.

    Raises:
        PackagingError: A foreign file can't be had, or a tool is missing.
    """
    tree = folders.fresh(workshop.work / "server-deb")
    shutil.copytree(program_folder(workshop, "server"), tree / "usr/lib" / PACKAGE)
    _add_documents(workshop, tree)
    for name, (target, is_program) in _FILES.items():
        _add(workshop, tree, name, tree / target, is_program=is_program)
    return pack(workshop, tree, workshop.output / f"{PACKAGE}_{workshop.version}_amd64.deb")


def _add(workshop: Workshop, tree: Path, name: str, file: Path, *, is_program: bool) -> None:
    """Adds one template; of those ending in ``.in`` the words in braces are filled in."""
    data = (_templates(workshop) / name).read_bytes()
    if name.endswith(".in"):
        data = data.decode().format_map(_words(workshop, tree)).encode()
    folders.write(file, data)
    file.chmod(0o755 if is_program else 0o644)


def _words(workshop: Workshop, tree: Path) -> dict[str, str]:
    return {
        "version": workshop.version,
        "installed_size": str(installed_size(tree)),
        "depends": ", ".join((_templates(workshop) / "depends").read_text("utf-8").splitlines()),
        "parts": parts_in_words(parts_of(workshop, "server")),
    }


def _add_documents(workshop: Workshop, tree: Path) -> None:
    known = releases((workshop.root / "CHANGELOG.md").read_text("utf-8"))
    day = f"{datetime.fromtimestamp(workshop.epoch, UTC):%Y-%m-%d}"
    changes = debian_changelog(PACKAGE, _MAINTAINER, known, Release(workshop.version, day, ()))
    write_packed(tree / _DOCUMENTS / "changelog.gz", changes)
    page = (_templates(workshop) / f"{PACKAGE}.8.in").read_text("utf-8")
    told = page.format(version=workshop.version, date=day)
    write_packed(tree / "usr/share/man/man8" / f"{PACKAGE}.8.gz", told)


def _templates(workshop: Workshop) -> Path:
    return workshop.root / "packaging" / "server"
