"""Packages out of an archive of Debian or Ubuntu, whatever release this machine has."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from installers import folders
from installers.commands import run
from installers.debian.releases import DEBIAN, RELEASES, Release
from installers.errors import PackagingError
from installers.fetching.mirrors import mirror
from installers.fetching.turns import one_at_a_time
from installers.pins import read_pins, unfit, verify

if TYPE_CHECKING:
    from installers.debian.releases import Origin
    from installers.workshop import Workshop

_KEYRINGS = Path("/usr/share/keyrings")
_KEYRING_PINS = "packaging/pins/ubuntu-keyring.sha256"


@dataclass(frozen=True, slots=True)
class Archive:
    """One release in a private state of apt, which knows nothing of what is installed here.

    Attributes:
        release: Whose packages it has.
        keys: The keyring that its lists are checked by.
        state: The folder of apt's lists, cache and settings; made when it is absent.
    """

    release: Release
    keys: Path
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
            PackagingError: The archive can't be reached.
        """
        for name in ("lists/partial", "archives/partial"):
            (self.state / name).mkdir(parents=True, exist_ok=True)
        (self.state / "status").touch()
        (self.state / "sources.list").write_text(self._source(), "utf-8")
        self.apt("update")

    def _source(self) -> str:
        origin = self.release.origin
        where = f"{mirror(origin)} {self.release.suite} {' '.join(origin.components)}"
        return f"deb [signed-by={self.keys}] {where}\n"


def archive(workshop: Workshop, release: Release) -> Archive:
    """The private state of apt for a release; not yet prepared.

    Raises:
        PackagingError: The keys of its archive can't be had.
    """
    state = workshop.downloads / "apt" / release.suite
    return Archive(release, keyring(workshop, release.origin), state)


def keyring(workshop: Workshop, origin: Origin, here: Path = _KEYRINGS) -> Path:
    """The keys of an archive: this machine's, or for Ubuntu's those of a pinned package.

    Args:
        workshop: Where that package is kept and unpacked.
        origin: Whose keys.
        here: The folder of this machine's keys.

    Raises:
        PackagingError: They can't be had.
    """
    own = here / origin.keyring
    if own.exists():
        return own
    if origin == DEBIAN:
        raise PackagingError("please install: debian-archive-keyring")
    (package,) = fetch_packages(workshop, workshop.root / _KEYRING_PINS, RELEASES["13"])
    unpacked = folders.fresh(workshop.work / "keyring")
    run(["dpkg-deb", "--extract", package, unpacked])
    return unpacked / "usr/share/keyrings" / origin.keyring


def fetch_packages(workshop: Workshop, pins: Path, release: Release) -> list[Path]:
    """The packages of a list of pins, in its order; fetched once, always checked.

    Args:
        workshop: Where they are kept.
        pins: A list of ``name_version_architecture.deb``.
        release: Has them in its archive.

    Raises:
        PackagingError: The archive no longer has one of them, or it is another than the pinned.
    """
    wanted = read_pins(pins)
    folder = workshop.downloads / release.system
    with one_at_a_time(workshop.downloads / f"{release.system}.lock"):
        if missing := unfit(folder, wanted):
            folder.mkdir(parents=True, exist_ok=True)
            source = archive(workshop, release)
            source.prepare()
            source.apt("download", *map(request, missing), folder=folder)
    for name in missing:
        verify(folder / name, wanted[name])
    return [folder / name for name in wanted]


def request(file_name: str) -> str:
    """A package file's name in the words of ``apt-get``: ``name=version``."""
    name, version, _ = file_name.split("_")
    return f"{name}={version.replace('%3a', ':')}"
