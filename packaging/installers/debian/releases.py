"""The releases of Debian and Ubuntu that we make sets for and try packages on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Origin:
    """Who makes a system, and where its packages come from.

    Attributes:
        title: As people and its archive's own lists call it, such as ``Debian``.
        components: The parts of its archive that we need.
        keyring: The file of the keys that its archive is signed with.
        variable: The variable of the environment that names a mirror of its archive.
        known_mirror: A mirror for a machine that uses none itself; empty where there is none.
    """

    title: str
    components: tuple[str, ...]
    keyring: str
    variable: str
    known_mirror: str = ""


@dataclass(frozen=True, slots=True)
class Release:
    """One release of a system.

    Attributes:
        origin: Whose it is.
        number: As people call it, such as ``12``.
        suite: As its archive calls it, such as ``bookworm``.
    """

    origin: Origin
    number: str
    suite: str

    @property
    def system(self) -> str:
        """What the release calls its system in ``/etc/os-release``, such as ``debian``."""
        return self.origin.title.lower()

    @property
    def name(self) -> str:
        """Both words in one, such as ``debian12``."""
        return f"{self.system}{self.number}"

    @property
    def title(self) -> str:
        """For people, such as ``Debian 12``."""
        return f"{self.origin.title} {self.number}"


DEBIAN = Origin("Debian", ("main",), "debian-archive-keyring.gpg", "BINA_ASN_DEBIAN_MIRROR")
UBUNTU = Origin(
    "Ubuntu",
    ("main", "universe"),
    "ubuntu-archive-keyring.gpg",
    "BINA_ASN_UBUNTU_MIRROR",
    "http://archive.ubuntu.com/ubuntu",
)
RELEASES = {
    one.number: one
    for one in (
        Release(DEBIAN, "12", "bookworm"),
        Release(DEBIAN, "13", "trixie"),
        # Its first state, which its archive keeps for ever; what a desktop has newer it keeps.
        Release(UBUNTU, "24.04", "noble"),
    )
}
