"""Where packages lie inside of the systems."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from trials.roots import Root

PACKAGES = "/packages"


def placed(package: Path) -> str:
    """Where the package of these sources lies that a system is for."""
    return f"{PACKAGES}/{package.name}"


def place_another(root: Root, package: Path) -> str:
    """Lay one more package into a system; where it lies then."""
    root.put(package.parent, f"{PACKAGES}-more", is_read_only=True)
    return f"{PACKAGES}-more/{package.name}"
