"""The parts of a program that runs from its sources: what its libraries tell of themselves."""

from __future__ import annotations

import platform
import re
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.licences.part import Part

if TYPE_CHECKING:
    from collections.abc import Iterator

_SELF = "bina-asn"
_OURS = 'extra == "client"'
_NAME = re.compile(r"[A-Za-z0-9._-]+")
_LICENCE_FILE = re.compile(r"(licen[cs]e|copying|notice|authors)", re.IGNORECASE)
_LONGEST = 80
_HOME_LABELS = ("homepage", "home", "source", "source code", "repository", "github", "code")
_BESIDE = (
    ("Materi pelatihan Bina ASN", "CC-BY-SA-4.0", "", "lessons/courses/LICENSE.md"),
    ("Noto Sans", "OFL-1.1", "https://notofonts.github.io", "resources/fonts/OFL.txt"),
    ("Tabler Icons", "MIT", "https://tabler.io/icons", "resources/icons/LICENSE"),
)
"""Name, licence, homepage, and the notice that lies beside the files."""


def gathered_parts(root: Path) -> tuple[Part, ...]:
    """The program, what lies among its own files, Python, and the libraries by name.

    Args:
        root: The folder of the sources.
    """
    ours, *libraries = _needed()
    beside = (Part(name, "", how, home, (root / file,)) for name, how, home, file in _BESIDE)
    python = Part("Python", platform.python_version(), "PSF-2.0", "https://www.python.org", ())
    rest = sorted(map(_part, libraries), key=lambda part: part.name.casefold())
    return (_part(ours), *beside, python, *rest)


def _needed() -> Iterator[Distribution]:
    """The program itself, then what it needs to run, and what that needs; each once."""
    waiting, seen = [_SELF], set[str]()
    while waiting:
        name = waiting.pop()
        if (known := name.lower().replace("_", "-")) in seen:
            continue
        seen.add(known)
        try:
            found = distribution(name)
        except PackageNotFoundError:
            # Needed on other systems only.
            continue
        yield found
        waiting += _requirements(found)


def _requirements(found: Distribution) -> Iterator[str]:
    for line in found.requires or ():
        is_extra = "extra ==" in line
        if (not is_extra or _OURS in line) and (match := _NAME.match(line)):
            yield match[0]


def _part(found: Distribution) -> Part:
    name = "Bina ASN" if found.name == _SELF else found.name
    return Part(name, found.version, _licence(found), _homepage(found), tuple(_files(found)))


def _licence(found: Distribution) -> str:
    told = _field(found, "License-Expression") or _field(found, "License")
    if told and len(told) <= _LONGEST and "\n" not in told:
        return told
    kinds = found.metadata.get_all("Classifier") or []
    names = [kind.rpartition(" :: ")[2] for kind in kinds if kind.startswith("License ::")]
    return ", ".join(names) or "lihat teksnya"


def _homepage(found: Distribution) -> str:
    pairs = [line.partition(", ") for line in found.metadata.get_all("Project-URL") or []]
    links = {label.lower(): link for label, _, link in pairs}
    named = (links[label] for label in _HOME_LABELS if label in links)
    return next(named, _field(found, "Home-page"))


def _field(found: Distribution, name: str) -> str:
    # Typed without ``get``, and a field that is not there is None at some versions of Python.
    return str(found.metadata[name] or "") if name in found.metadata else ""


def _files(found: Distribution) -> Iterator[Path]:
    for file in sorted(found.files or ()):
        is_told = file.parts[0].endswith((".dist-info", ".egg-info"))
        if is_told and _LICENCE_FILE.match(file.name):
            yield Path(str(found.locate_file(file)))
