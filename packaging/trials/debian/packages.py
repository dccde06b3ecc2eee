"""Where packages lie inside of the systems."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from trials.roots import Root

PACKAGES = "/packages"
EARLIER = "/earlier"


def placed(package: Path) -> str:
    """Where a package of these sources lies."""
    return f"{PACKAGES}/{package.name}"


def place_earlier(root: Root, folder: Path, name: str) -> str:
    """Lay earlier packages into a system; where the one of a name lies then."""
    root.put(folder, EARLIER, is_read_only=True)
    return f"{EARLIER}/{next(folder.glob(f'{name}_*.deb')).name}"
