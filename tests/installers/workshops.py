"""Small workshops and projects for the tests of packaging."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

from installers.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

EPOCH = 1_700_000_000


def a_workshop(folder: Path, root: Path | None = None) -> Workshop:
    """A workshop with folders of its own; they are there."""
    made = Workshop(
        version="1.2.3",
        epoch=EPOCH,
        output=folder / "packages",
        work=folder / "work",
        downloads=folder / "downloads",
        root=root or folder / "project",
    )
    for one in (made.output, made.work, made.downloads, made.root):
        one.mkdir(parents=True, exist_ok=True)
    return made


def a_wheel(file: Path, members: Mapping[str, bytes]) -> Path:
    """A wheel with these files, in this order."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return file
