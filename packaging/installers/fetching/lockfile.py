"""Lock files in pip's form, as ``dev.py lock`` writes them: names, versions, markers, hashes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

if TYPE_CHECKING:
    from pathlib import Path

    from installers.fetching.targets import Target


@dataclass(frozen=True, slots=True)
class Locked:
    """One library of a lock file.

    Attributes:
        requirement: Name, version and marker as written.
        hashes: The sha256 of each of its files, in hex.
    """

    requirement: Requirement
    hashes: frozenset[str]

    @property
    def name(self) -> str:
        """The name as registries compare it: lower case, with hyphens."""
        return canonicalize_name(self.requirement.name)

    def line(self) -> str:
        """The library for a requirements file, without its marker."""
        pins = "".join(f" --hash=sha256:{pin}" for pin in sorted(self.hashes))
        return f"{self.requirement.name}{self.requirement.specifier}{pins}"

    def is_wanted(self, target: Target, python: str) -> bool:
        """Whether that system needs it, with that Python."""
        marker = self.requirement.marker
        return marker is None or marker.evaluate({**target.markers(python), "extra": ""})


def read_lock(lock: Path) -> list[Locked]:
    """The libraries of a lock file, in its order."""
    text = re.sub(r"\\\n", " ", lock.read_text("utf-8"))
    lines = [line.strip() for line in text.splitlines()]
    return [_locked(line) for line in lines if line and not line.startswith("#")]


def _locked(line: str) -> Locked:
    named, *pins = line.split("--hash=sha256:")
    return Locked(Requirement(named.strip()), frozenset(pin.strip() for pin in pins))
