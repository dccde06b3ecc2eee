"""Where the archive of Debian or Ubuntu is reached from here."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from installers.commands import run
from installers.errors import PackagingError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from installers.debian.releases import Origin


def mirror(origin: Origin, environment: Mapping[str, str] = os.environ) -> str:
    """The address of an archive: the variable's, the one this machine uses, or the known one.

    Raises:
        PackagingError: The machine uses none, the variable names none, and none is known.
    """
    used = environment.get(origin.variable) or used_in(_listing(), origin) or origin.known_mirror
    if not used:
        raise PackagingError(f"name a mirror of {origin.title}'s archive in {origin.variable}")
    return used


def used_in(listing: str, origin: Origin) -> str:
    """The first address of an archive in apt's listing; nothing where no other machine knows it.

    Args:
        listing: Origin, label and address of an archive on each line.
        origin: Whose archive.
    """
    start = f"{origin.title} {origin.title} "
    told = (line.split()[2] for line in listing.splitlines() if line.startswith(start))
    return next((address for address in told if address.startswith("http")), "")


def _listing() -> str:
    return run(["apt-get", "indextargets", "--format", "$(ORIGIN) $(LABEL) $(REPO_URI)"])
