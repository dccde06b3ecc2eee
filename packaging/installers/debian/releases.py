"""The releases of Debian that we make sets for and try packages on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Release:
    """A release of Debian.

    Attributes:
        number: As people call it, such as ``12``.
        suite: As its archive calls it, such as ``bookworm``.
    """

    number: str
    suite: str

    @property
    def name(self) -> str:
        """Both words in one, such as ``debian12``."""
        return f"debian{self.number}"


RELEASES = {one.number: one for one in (Release("12", "bookworm"), Release("13", "trixie"))}
