"""The list of the program's files, ``manifest.json``, as the packing left it."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.selftest.verdicts import Broken

if TYPE_CHECKING:
    from pathlib import Path

_SHA256 = re.compile(r"[0-9a-f]{64}")
_LARGEST = 4 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Manifest:
    """What was packed.

    Attributes:
        target: ``windows`` or ``debian``.
        files: Path relative to the program folder, with slashes, and SHA-256 in hex digits.
    """

    version: str
    target: str
    files: dict[str, str]


def read_manifest(path: Path) -> Manifest:
    """Read the list.

    Raises:
        Broken: It can't be read, or names what can't be a file of the program.
    """
    try:
        with path.open("rb") as file:
            found = json.loads(file.read(_LARGEST))
        files = {str(name): _sum(name, value) for name, value in found["files"].items()}
        return Manifest(str(found["version"]), str(found["target"]), files)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise Broken(f"{path} tidak dapat dibaca ({type(error).__name__}).") from error


def _sum(name: str, value: object) -> str:
    parts = name.split("/")
    if "\\" in name or ":" in name or {"", ".", ".."} & set(parts):
        raise ValueError(name)
    if not isinstance(value, str) or not _SHA256.fullmatch(value):
        raise ValueError(name)
    return value
