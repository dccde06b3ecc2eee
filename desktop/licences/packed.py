"""The parts as the packing wrote them down in ``licences/index.json`` of the program folder."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from desktop.licences.part import LicencesUnreadable, Part

_INDEX = Path("licences", "index.json")
_WORDS = ("name", "version", "licence", "homepage")


def packed_parts(folder: Path) -> tuple[Part, ...]:
    """The parts of an installed program.

    Raises:
        LicencesUnreadable: The list is missing or damaged.
    """
    path = folder / _INDEX
    try:
        found = json.loads(path.read_text("utf-8"))
        return tuple(_part(folder, each) for each in found)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise LicencesUnreadable(path, f"{type(error).__name__}: {error}") from error


def _part(folder: Path, told: dict[str, Any]) -> Part:
    files = tuple(folder / str(name) for name in told["files"])
    if any(".." in path.parts or not path.is_relative_to(folder) for path in files):
        raise ValueError("a text outside of the program folder")
    name, version, licence, homepage = (str(told[key]) for key in _WORDS)
    return Part(name, version, licence, homepage, files)
