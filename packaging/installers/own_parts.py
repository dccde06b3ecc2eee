"""Parts of the program that lie among our own files: fonts, icons, courses, and the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from installers.components import Component

if TYPE_CHECKING:
    from pathlib import Path

_PARTS = (
    # name, licence, homepage, licence file
    ("Bina ASN", "Apache-2.0", "", "LICENSE"),
    ("Materi pelatihan Bina ASN", "CC-BY-SA-4.0", "", "lessons/courses/LICENSE.md"),
)
_DRAWN = (
    ("Noto Sans", "OFL-1.1", "https://notofonts.github.io", "resources/fonts/OFL.txt"),
    ("Tabler Icons", "MIT", "https://tabler.io/icons", "resources/icons/LICENSE"),
)


def own_parts(root: Path, version: str, *, with_window: bool) -> list[Component]:
    """The program and its courses; with a window also fonts and icons."""
    return [
        Component(name, version if not home else "", licence, home, (_text(root / file),))
        for name, licence, home, file in (*_PARTS, *(_DRAWN if with_window else ()))
    ]


def _text(file: Path) -> tuple[str, bytes]:
    return file.name, file.read_bytes()
