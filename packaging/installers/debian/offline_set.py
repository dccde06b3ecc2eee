"""The offline set: our package, what a desktop may lack, and a script that installs both."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from installers import folders, sums
from installers.debian import deb, package_index
from installers.debian.offline_pins import pins_of
from installers.debian.releases import RELEASES
from installers.fetching.archive import fetch_packages

if TYPE_CHECKING:
    from pathlib import Path

    from installers.workshop import Workshop

SCRIPT = "pasang.sh"


def build(workshop: Workshop, number: str) -> Path:
    """Makes ``bina-asn-luring-debian<number>/`` in the output folder and returns it.

    Raises:
        PackagingError: A pinned package can't be had.
    """
    release = RELEASES[number]
    folder = folders.fresh(workshop.output / f"bina-asn-luring-{release.name}")
    needed = fetch_packages(workshop, pins_of(workshop, release), release.suite)
    packages = folder / "paket"
    packages.mkdir()
    for package in (deb.build(workshop), *needed):
        shutil.copyfile(package, packages / _plain(package.name))
    package_index.write(packages, sorted(packages.glob("*.deb")))
    _add_script(workshop, number, folder / SCRIPT)
    (folder / sums.NAME).write_text("".join(sums.lines(folder)), "utf-8")
    folders.settle(folder, workshop.epoch)
    return folder


def _plain(name: str) -> str:
    """Without the sign that apt writes for a colon: in an address it would become one again."""
    return name.replace("%3a", "-")


def _add_script(workshop: Workshop, number: str, file: Path) -> None:
    template = workshop.root / "packaging" / "debian" / "luring" / SCRIPT
    script = template.read_text("utf-8").replace("@RELEASE@", number)
    file.write_text(script.replace("@VERSION@", workshop.version), "utf-8")
    file.chmod(0o755)
