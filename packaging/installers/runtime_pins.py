"""Pins Debian's Python and licence texts anew: ``python -m installers.runtime_pins``.

Needed when the archive no longer has a pinned version, as after a point release of Debian.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from installers import folders
from installers.fetching.archive import archive, request
from installers.options import parse, workshop_for
from installers.pins import read_pins, write_pins
from installers.system_licences import PINS, RELEASE

if TYPE_CHECKING:
    from pathlib import Path

    from installers.workshop import Workshop


def renew(workshop: Workshop) -> Path:
    """Fetches the newest version of each pinned package, and writes the list of pins.

    Raises:
        PackagingError: The archive can't be reached, or has not all of them.
    """
    pins = workshop.root / PINS
    names = [request(file).partition("=")[0] for file in read_pins(pins)]
    source = archive(workshop, RELEASE)
    source.prepare()
    fresh = folders.fresh(workshop.work / "runtime-pins")
    source.apt("download", *names, folder=fresh)
    remark = (
        "Debian 13: the Python that compiles for Windows, its standard library, and licence texts."
    )
    write_pins(pins, fresh.glob("*.deb"), remark)
    return pins


if __name__ == "__main__":
    sys.stdout.write(f"{renew(workshop_for(parse([])))}\n")
