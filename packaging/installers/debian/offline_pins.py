"""Finds anew what a desktop may lack, and pins it: ``python -m installers.debian.offline_pins``.

Needed when the archive no longer has a pinned version, as after a point release of Debian.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from installers import folders
from installers.debian import deb
from installers.debian.fresh_root import installed_packages, tarball
from installers.debian.releases import RELEASES
from installers.fetching.archive import archive
from installers.options import parse, workshop_for
from installers.pins import write_pins

if TYPE_CHECKING:
    from pathlib import Path

    from installers.debian.releases import Release
    from installers.workshop import Workshop

# Recommended only, but without it no server's certificate can be believed.
_ALSO = ("ca-certificates",)


def pins_of(workshop: Workshop, release: Release) -> Path:
    """The list of a release's packages that a desktop may lack."""
    return workshop.root / "packaging" / "pins" / f"{release.name}-luring.sha256"


def renew(workshop: Workshop, release: Release, package: Path) -> Path:
    """Asks apt what a fresh system of a release lacks for our package, and writes the pins.

    Raises:
        PackagingError: The archive can't be reached, or has not all that is needed.
    """
    state = folders.fresh(workshop.work / "apt" / release.name)
    source = replace(archive(workshop, release), state=state)
    source.prepare()
    status = installed_packages(tarball(workshop, release))
    (source.state / "status").write_bytes(status)
    source.apt("install", "--download-only", "--no-install-recommends", str(package), *_ALSO)
    pins = pins_of(workshop, release)
    remark = f"{release.title}: what its smallest system lacks to run Bina ASN."
    write_pins(pins, (source.state / "archives").glob("*.deb"), remark)
    return pins


def main() -> None:
    """Renews the pins of all releases."""
    workshop = workshop_for(parse(["--quick"]))
    package = deb.build(workshop)
    for release in RELEASES.values():
        sys.stdout.write(f"{renew(workshop, release, package)}\n")


if __name__ == "__main__":
    main()
