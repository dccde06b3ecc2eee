"""The program folder's ``app``: what this project itself wrote, courses included."""

from __future__ import annotations

from typing import TYPE_CHECKING

from installers import folders
from installers.sources import packed_files

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def install(root: Path, rooms: Sequence[str], folder: Path) -> None:
    """Copies the packed files of these top folders of the project."""
    for name in packed_files(root, rooms):
        folders.write(folder / name, (root / name).read_bytes())
