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

    from installers.debian.releases import Release
    from installers.workshop import Workshop

SCRIPT = "pasang.sh"


def build(workshop: Workshop, number: str) -> Path:
    """Makes ``bina-asn-luring-<release>/`` in the output folder and returns it.

    Args:
        workshop: Where and how.
        number: A key of ``RELEASES``.

    Raises:
        PackagingError: A pinned package can't be had.
    """
    return pack(workshop, deb.build(workshop), number)


def pack(workshop: Workshop, package: Path, number: str) -> Path:
    """Makes the same of our package that is there already.

    Raises:
        PackagingError: A pinned package can't be had.
    """
    release = RELEASES[number]
    folder = folders.fresh(workshop.output / f"bina-asn-luring-{release.name}")
    needed = fetch_packages(workshop, pins_of(workshop, release), release)
    packages = folder / "paket"
    packages.mkdir()
    for one in (package, *needed):
        shutil.copyfile(one, packages / _plain(one.name))
    package_index.write(packages, sorted(packages.glob("*.deb")))
    _add_script(workshop, release, folder / SCRIPT)
    (folder / sums.NAME).write_text("".join(sums.lines(folder)), "utf-8")
    folders.settle(folder, workshop.epoch)
    return folder


def _plain(name: str) -> str:
    """Without the sign that apt writes for a colon: in an address it would become one again."""
    return name.replace("%3a", "-")


def _add_script(workshop: Workshop, release: Release, file: Path) -> None:
    template = workshop.root / "packaging" / "debian" / "luring" / SCRIPT
    words = {
        "@SYSTEM@": release.system,
        "@RELEASE@": release.number,
        "@TITLE@": release.title,
        "@VERSION@": workshop.version,
    }
    script = template.read_text("utf-8")
    for mark, word in words.items():
        script = script.replace(mark, word)
    file.write_text(script, "utf-8")
    file.chmod(0o755)
