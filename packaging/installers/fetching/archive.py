"""Packages out of Debian's archive, whatever release of Debian or Ubuntu this machine has."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from installers.commands import run
from installers.errors import PackagingError
from installers.fetching.turns import one_at_a_time
from installers.pins import read_pins, unfit, verify

if TYPE_CHECKING:
    from collections.abc import Mapping

    from installers.workshop import Workshop

MIRROR_VARIABLE = "BINA_ASN_DEBIAN_MIRROR"
_KEYRING = Path("/usr/share/keyrings/debian-archive-keyring.gpg")


def mirror(environment: Mapping[str, str] = os.environ) -> str:
    """The address of a Debian archive: the variable's, or the one this machine itself uses.

    Raises:
        PackagingError: The machine uses none, and the variable names none.
    """
    if chosen := environment.get(MIRROR_VARIABLE):
        return chosen
    form = "$(ORIGIN) $(LABEL) $(REPO_URI)"
    lines = run(["apt-get", "indextargets", "--format", form]).splitlines()
    known = [line.split()[2] for line in lines if line.startswith("Debian Debian ")]
    if not known:
        raise PackagingError(f"name a mirror of Debian's archive in {MIRROR_VARIABLE}")
    return known[0]


@dataclass(frozen=True, slots=True)
class Archive:
    """One release in a private state of apt, which knows nothing of what is installed here.

    Attributes:
        suite: The release, such as ``trixie``.
        state: The folder of apt's lists, cache and settings; made when it is absent.
    """

    suite: str
    state: Path

    def apt(self, *words: str, folder: Path | None = None) -> str:
        """Runs ``apt-get`` in this state and returns what it printed.

        Raises:
            PackagingError: It failed; the text holds what it said.
        """
        return run(["apt-get", *self.options(), *words], folder=folder)

    def options(self) -> list[str]:
        """The options that hold any program of apt to this state."""
        places = {
            "Dir::State": self.state,
            "Dir::State::status": self.state / "status",
            "Dir::Cache": self.state,
            "Dir::Etc": self.state,
            "Dir::Etc::sourcelist": self.state / "sources.list",
            "Dir::Etc::sourceparts": "-",
            "APT::Architecture": "amd64",
            "APT::Architectures": "amd64",
            "APT::Sandbox::User": "root",
            "Acquire::Languages": "none",
        }
        return ["-qq", *(f"-o={key}={value}" for key, value in places.items())]

    def prepare(self) -> None:
        """Makes the state, and brings its lists up to date.

        Raises:
            PackagingError: Debian's keyring is absent, or the archive can't be reached.
        """
        if not _KEYRING.exists():
            raise PackagingError("please install: debian-archive-keyring")
        for name in ("lists/partial", "archives/partial"):
            (self.state / name).mkdir(parents=True, exist_ok=True)
        (self.state / "status").touch()
        source = f"deb [signed-by={_KEYRING}] {mirror()} {self.suite} main\n"
        (self.state / "sources.list").write_text(source, "utf-8")
        self.apt("update")


def archive(workshop: Workshop, suite: str) -> Archive:
    """The private state of apt for a release; not yet prepared."""
    return Archive(suite, workshop.downloads / "apt" / suite)


def fetch_packages(workshop: Workshop, pins: Path, suite: str) -> list[Path]:
    """The Debian packages of a list of pins, in its order; fetched once, always checked.

    Args:
        workshop: Where they are kept.
        pins: A list of ``name_version_architecture.deb``.
        suite: The release that has them, such as ``trixie``.

    Raises:
        PackagingError: The archive no longer has one of them, or it is another than the pinned.
    """
    wanted = read_pins(pins)
    folder = workshop.downloads / "debian"
    with one_at_a_time(workshop.downloads / "debian.lock"):
        if missing := unfit(folder, wanted):
            folder.mkdir(parents=True, exist_ok=True)
            source = archive(workshop, suite)
            source.prepare()
            source.apt("download", *map(request, missing), folder=folder)
    for name in missing:
        verify(folder / name, wanted[name])
    return [folder / name for name in wanted]


def request(file_name: str) -> str:
    """A package file's name in the words of ``apt-get``: ``name=version``."""
    name, version, _ = file_name.split("_")
    return f"{name}={version.replace('%3a', ':')}"
