"""The program folder's list of its files, by which the program checks itself."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from installers.pins import sha256_of

if TYPE_CHECKING:
    from pathlib import Path

NAME = "manifest.json"


def write(folder: Path, *, version: str, target: str, python: str) -> None:
    """Writes ``manifest.json``: the hashes of all files in the folder but its own.

    Args:
        folder: The program folder.
        version: The program's version.
        target: ``windows``, ``debian`` or ``server``.
        python: The Python it runs on, such as ``3.13.11``, or a range such as ``3.11-3.13``.
    """
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*")}
    hashes = {name: sha256_of(path) for name, path in sorted(files.items()) if path.is_file()}
    hashes.pop(NAME, None)
    told = {"version": version, "target": target, "python": python, "files": hashes}
    (folder / NAME).write_text(json.dumps(told, indent=1) + "\n", "utf-8")
