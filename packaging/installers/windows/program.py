"""What makes a program folder run on Windows: Python, launchers, byte code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from installers.errors import PackagingError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from installers.components import Component
    from installers.workshop import Workshop


def complete(workshop: Workshop, folder: Path, wheels: Iterable[Path]) -> str:
    """Adds all that Windows needs; returns the version of the Python that was added."""
    raise PackagingError("not there yet")


def parts(workshop: Workshop, debian: Path) -> list[Component]:
    """The parts that only the Windows program has."""
    return []
