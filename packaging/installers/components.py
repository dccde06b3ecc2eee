"""What the program stands on: one entry for each foreign part, with its licence."""

from __future__ import annotations

import email.parser
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from packaging.utils import canonicalize_name

from installers.libraries import members
from installers.pins import sha256_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from email.message import Message
    from pathlib import Path, PurePosixPath

_LICENCE_FILE = re.compile(r"(licen[cs]e|copying|notice|authors)", re.IGNORECASE)
_HOME_LABELS = ("homepage", "home", "source", "source code", "repository", "github", "code")
_UNKNOWN = "see its text"
# What some makers write in place of the SPDX names.
_SPDX_NAMES = {"MIT License": "MIT", "PSFL": "PSF-2.0", "ZPL 2.1": "ZPL-2.1"}


@dataclass(frozen=True, slots=True)
class Component:
    """A foreign part of the program.

    Attributes:
        name: As its makers write it.
        version: As they number it; empty for what has no versions.
        licence: An SPDX expression, or words where its makers give none.
        homepage: Where it comes from; may be empty.
        texts: Its licences: file names and their content.
        files: The hashes (sha256, hex) of the files it was fetched as.
        purl: Its package URL; empty where it comes from no registry.
    """

    name: str
    version: str
    licence: str
    homepage: str
    texts: tuple[tuple[str, bytes], ...]
    files: tuple[str, ...] = ()
    purl: str = ""


def of_wheels(wheels: Iterable[Path]) -> list[Component]:
    """The libraries in these wheels, each once, sorted by name."""
    by_name: dict[str, list[Path]] = {}
    for wheel in sorted(wheels):
        name = canonicalize_name(wheel.name.split("-")[0])
        by_name.setdefault(name, []).append(wheel)
    return [_of_wheels(name, same) for name, same in sorted(by_name.items())]


def _of_wheels(name: str, wheels: list[Path]) -> Component:
    inner = {path: data for path, data in members(wheels[0]) if _is_told_of(path)}
    metadata = _metadata(inner)
    version = metadata["Version"]
    texts = [(path.name, data) for path, data in inner.items() if _LICENCE_FILE.match(path.name)]
    return Component(
        name=metadata["Name"],
        version=version,
        licence=licence_of(metadata),
        homepage=homepage_of(metadata),
        texts=tuple(sorted(texts)),
        files=tuple(map(sha256_of, wheels)),
        purl=f"pkg:pypi/{name}@{version}",
    )


def _is_told_of(path: PurePosixPath) -> bool:
    return path.parts[0].endswith(".dist-info") and ".cdx" not in path.name


def _metadata(inner: dict[PurePosixPath, bytes]) -> Message:
    data = next(data for path, data in inner.items() if path.name == "METADATA")
    return email.parser.BytesParser().parsebytes(data)


def licence_of(metadata: Message) -> str:
    """The licence that a library's metadata tells, by whichever of its fields."""
    told = metadata["License-Expression"] or metadata["License"] or ""
    if told and len(told.splitlines()) == 1:
        return _SPDX_NAMES.get(told, str(told))
    kinds = [one for one in metadata.get_all("Classifier", []) if one.startswith("License ::")]
    names = [str(kind).rpartition(" :: ")[2] for kind in kinds]
    return " AND ".join(_SPDX_NAMES.get(name, name) for name in names) or _UNKNOWN


def homepage_of(metadata: Message) -> str:
    """Where a library's metadata says it comes from; empty where it does not."""
    pairs = [str(line).partition(", ") for line in metadata.get_all("Project-URL", [])]
    links = {label.lower(): link for label, _, link in pairs}
    known = [links[label] for label in _HOME_LABELS if label in links]
    return str(next(iter(known), "") or metadata["Home-page"] or "")
