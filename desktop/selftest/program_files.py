"""Compares a folder with the list of what was packed into it."""

from __future__ import annotations

import hashlib
import os
import stat
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from desktop.paths import MANIFEST_NAME

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.selftest.manifest import Manifest

_RUN = frozenset({".py", ".pyc", ".pyd", ".pyw", ".pth", "._pth", ".so", ".dll", ".exe", ".zip"})
"""Python or the system may load such a file in place of ours."""
_CACHE = "__pycache__"


@dataclass(frozen=True, slots=True)
class Difference:
    """How a folder differs from the list; paths relative to it, in order.

    Attributes:
        intruding: Not in the list, and such as would be run.
        surplus: Not in the list, and harmless.
        size: Bytes of all files that are as they were packed.
    """

    missing: tuple[str, ...]
    changed: tuple[str, ...]
    unreadable: tuple[str, ...]
    intruding: tuple[str, ...]
    surplus: tuple[str, ...]
    size: int

    @property
    def harm(self) -> bool:
        """Whether the program is not what was packed."""
        return bool(self.missing or self.changed or self.unreadable or self.intruding)


@dataclass(slots=True)
class _Seen:
    missing: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    unreadable: list[str] = field(default_factory=list)
    size: int = 0


def compare(folder: Path, manifest: Manifest) -> Difference:
    """Read every file that the list names, and look for others."""
    seen = _Seen()
    for name, expected in sorted(manifest.files.items()):
        _look_at(folder / name, name, expected, seen)
    others = _others(folder, manifest, seen)
    intruding = tuple(name for name in others if PurePosixPath(name).suffix.lower() in _RUN)
    return Difference(
        tuple(seen.missing),
        tuple(seen.changed),
        tuple(seen.unreadable),
        intruding,
        tuple(name for name in others if name not in intruding),
        seen.size,
    )


def _look_at(path: Path, name: str, expected: str, seen: _Seen) -> None:
    try:
        status = path.stat()
        # Opening a pipe in place of a file would wait for ever.
        is_whole = stat.S_ISREG(status.st_mode) and _sum(path) == expected
    except (FileNotFoundError, NotADirectoryError):
        seen.missing.append(name)
        return
    except OSError:
        seen.unreadable.append(name)
        return
    if is_whole:
        seen.size += status.st_size
    else:
        seen.changed.append(name)


def _sum(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _others(folder: Path, manifest: Manifest, seen: _Seen) -> list[str]:
    def note(error: OSError) -> None:
        place = Path(error.filename or folder)
        seen.unreadable.append(place.relative_to(folder).as_posix())

    found = (
        (Path(place) / name).relative_to(folder).as_posix()
        for place, _, names in os.walk(folder, onerror=note)
        for name in names
    )
    return sorted(_unlisted(found, manifest))


def _unlisted(found: Iterator[str], manifest: Manifest) -> Iterator[str]:
    for name in found:
        is_known = name in manifest.files or name == MANIFEST_NAME
        if not is_known and not _is_compiled_later(name, manifest):
            yield name


def _is_compiled_later(name: str, manifest: Manifest) -> bool:
    """Whether Debian's installation compiled this from a file of ours."""
    path = PurePosixPath(name)
    if manifest.target != "debian" or path.parent.name != _CACHE or path.suffix != ".pyc":
        return False
    source = path.parent.parent / f"{path.name.split('.')[0]}.py"
    return source.as_posix() in manifest.files
