"""Made-up program folders: a few files, and the manifest that fits them."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

FILES = {
    "app/desktop/__init__.py": b"",
    "app/lessons/reader.py": b"print('lessons')\n",
    "lib/nh3/nh3.abi3.so": bytes(range(256)) * 40,
    "licences/index.json": b"[]",
}


def make_program(folder: Path, target: str = "debian") -> Path:
    """A program folder that is whole."""
    for name, data in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    write_manifest(folder, target)
    return folder


def write_manifest(folder: Path, target: str = "debian", **extra: str) -> None:
    """List the files; ``extra`` adds names and sums that are not there."""
    sums = {name: hashlib.sha256(data).hexdigest() for name, data in FILES.items()}
    manifest = {"version": "0.2.0", "target": target, "python": "3.13", "files": sums | extra}
    (folder / "manifest.json").write_text(json.dumps(manifest), "utf-8")
