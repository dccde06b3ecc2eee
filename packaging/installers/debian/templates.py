"""What every Debian package of ours is filled with: its templates, its changes, its day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from installers import folders
from installers.debian.documents import (
    Release,
    debian_changelog,
    parts_in_words,
    releases,
    write_packed,
)
from installers.debian.dpkg import CONTROL, installed_size
from installers.payload import parts_of
from installers.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Mapping

_MAINTAINER = "Bina ASN <bina-asn@dumaikota.go.id>"


@dataclass(frozen=True, slots=True)
class Templates:
    """The templates of one package.

    Attributes:
        workshop: Version, day and sources.
        package: The package's name.
        folder: Where its templates lie.
        target: Whose program folder it packs, ``debian`` or ``server``.
    """

    workshop: Workshop
    package: str
    folder: Path
    target: str

    @property
    def moment(self) -> str:
        """The time of everything made, in UTC, as ISO 8601."""
        return f"{datetime.fromtimestamp(self.workshop.epoch, UTC):%Y-%m-%dT%H:%M:%S}"

    @property
    def day(self) -> str:
        """The day of that time."""
        return self.moment.partition("T")[0]

    def text(self, name: str) -> str:
        """One of them as it stands."""
        return (self.folder / name).read_text("utf-8")

    def lay_out(self, tree: Path, files: Mapping[str, tuple[str, bool]]) -> None:
        """Puts templates into a tree; of those ending in ``.in`` the words in braces are filled in.

        Args:
            tree: Looks like the root of a system.
            files: Where each goes, and whether it is a program.
        """
        parts = parts_in_words(parts_of(self.workshop, self.target))
        words = {"version": self.workshop.version, "date": self.day, "parts": parts}
        for name, (place, is_program) in files.items():
            text = self.text(name)
            filled = text.format_map(words) if name.endswith(".in") else text
            folders.write(tree / place, filled.encode())
            (tree / place).chmod(0o755 if is_program else 0o644)

    def add_control(self, tree: Path) -> None:
        """Adds what dpkg has to know, the size of all else in the tree among it."""
        told = self.text("control.in").format(
            version=self.workshop.version,
            installed_size=installed_size(tree),
            depends=", ".join(self.text("depends").splitlines()),
        )
        folders.write(tree / CONTROL / "control", told.encode())

    def add_changes(self, tree: Path) -> None:
        """Adds the package's changelog, told by that of the project."""
        known = releases((self.workshop.root / "CHANGELOG.md").read_text("utf-8"))
        # To the second: a version may follow another one on the same day.
        now = Release(self.workshop.version, self.moment, ())
        changes = debian_changelog(self.package, _MAINTAINER, known, now)
        write_packed(tree / f"usr/share/doc/{self.package}/changelog.gz", changes)

    def add_manual(self, tree: Path, name: str, place: str, **words: str) -> None:
        """Adds a page of the manual with version, day and these words filled in."""
        told = self.text(name).format(version=self.workshop.version, date=self.day, **words)
        write_packed(tree / "usr/share/man" / place, told)
