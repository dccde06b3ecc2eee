"""The server's package: one file for Debian 12 and 13 and Ubuntu 24.04."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from installers import folders
from installers.debian.dpkg import CONTROL, pack
from installers.debian.templates import Templates
from installers.payload import program_folder

if TYPE_CHECKING:
    from pathlib import Path

    from installers.workshop import Workshop

PACKAGE = "bina-asn-server"
# Where a template of packaging/server goes, and whether it is a program.
_FILES = {
    "launcher.py": (f"usr/bin/{PACKAGE}", True),
    "server.env": (f"etc/{PACKAGE}/server.env", False),
    f"{PACKAGE}.service": (f"usr/lib/systemd/system/{PACKAGE}.service", False),
    f"{PACKAGE}.rtupdate": (f"usr/share/python3/runtime.d/{PACKAGE}.rtupdate", True),
    "lintian-overrides": (f"usr/share/lintian/overrides/{PACKAGE}", False),
    "copyright.in": (f"usr/share/doc/{PACKAGE}/copyright", False),
    "conffiles": (f"{CONTROL}/conffiles", False),
    "postinst": (f"{CONTROL}/postinst", True),
    "prerm": (f"{CONTROL}/prerm", True),
    "postrm": (f"{CONTROL}/postrm", True),
    "templates": (f"{CONTROL}/templates", False),
}


def build(workshop: Workshop) -> Path:
    """Makes ``bina-asn-server_<version>_amd64.deb`` in the output folder and returns it.

    Raises:
        PackagingError: A foreign file can't be had, or a tool is missing.
    """
    tree = folders.fresh(workshop.work / "server-deb")
    shutil.copytree(program_folder(workshop, "server"), tree / "usr/lib" / PACKAGE)
    templates = Templates(workshop, PACKAGE, workshop.root / "packaging/server", "server")
    templates.add_changes(tree)
    templates.add_manual(tree, f"{PACKAGE}.8.in", f"man8/{PACKAGE}.8.gz")
    templates.lay_out(tree, _FILES)
    templates.add_control(tree)
    return pack(workshop, tree, workshop.output / f"{PACKAGE}_{workshop.version}_amd64.deb")
