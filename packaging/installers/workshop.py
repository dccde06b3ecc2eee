"""What every step gets told: what is made, where, and from which time."""

from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from installers.commands import run
from installers.errors import PackagingError
from installers.signing import Signing

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).resolve().parents[2]
_OLDEST_OF_ZIP = 315532800  # 1980-01-01: a zip file can't tell of an earlier time


@dataclass(frozen=True, slots=True)
class Runtime:
    """Another Python for Windows than the pinned one.

    Attributes:
        archive: python.org's "embeddable package" for amd64, of Python 3.13.
        sha256: Its hash, in hex, as the one who fetched it saw it published.
    """

    archive: Path
    sha256: str


@dataclass(frozen=True, slots=True)
class Workshop:
    """One making of packages; steps take everything from here and look nothing up themselves.

    Attributes:
        version: Three numbers, such as ``0.1.0``; the packages and the program tell it.
        epoch: Seconds since 1970; the one time that all files and packages bear.
        output: The folder of the packages.
        work: A folder for what lies between; each step makes its own sub-folder anew.
        downloads: The foreign files, kept between makings.
        root: The project, whose tracked files are packed.
        is_quick: Compress fast instead of well: for trials, never for a release.
        runtime: Another Python for Windows; None for the pinned one.
        signing: What signs programs and installers; by default nothing.
    """

    version: str
    epoch: int
    output: Path
    work: Path
    downloads: Path
    root: Path = ROOT
    is_quick: bool = False
    runtime: Runtime | None = None
    signing: Signing = field(default_factory=Signing)


def quick_workshop(folder: Path) -> Workshop:
    """A workshop of these sources that compresses fast; its packages go with the folder.

    Raises:
        PackagingError: The time of the sources can't be told.
    """
    return Workshop(
        version=project_version(),
        epoch=source_epoch(),
        output=folder / "packages",
        work=folder / "work",
        downloads=ROOT / "build" / "downloads",
        is_quick=True,
    )


def project_version(root: Path = ROOT) -> str:
    """The version that pyproject.toml tells."""
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    return str(project["version"])


def source_epoch(root: Path = ROOT, environment: Mapping[str, str] = os.environ) -> int:
    """The time that everything made bears: ``SOURCE_DATE_EPOCH``, or that of the last commit.

    Raises:
        PackagingError: Neither is to be had.
    """
    told = environment.get("SOURCE_DATE_EPOCH")
    if told is None:
        if not (root / ".git").exists():
            raise PackagingError("set SOURCE_DATE_EPOCH: these sources are no git checkout")
        told = run(["git", "log", "-1", "--format=%ct"], folder=root)
    return max(int(told), _OLDEST_OF_ZIP)
