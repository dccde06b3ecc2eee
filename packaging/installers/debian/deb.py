"""The client's package: one file for Debian 12 and 13 and Ubuntu 24.04."""

from __future__ import annotations

import shutil
from functools import cache
from typing import TYPE_CHECKING

from desktop.commands.table import WORDS
from installers import folders
from installers.debian.documents import manual_words
from installers.debian.dpkg import CONTROL, pack
from installers.debian.templates import Templates
from installers.errors import PackagingError
from installers.payload import program_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from installers.workshop import Workshop

PACKAGE = "bina-asn"
_ID = "id.go.dumaikota.bina_asn"
_LARGEST = 40_000_000  # what was promised to those who carry it about
_ICON_SIZES = (16, 24, 32, 48, 64, 128, 256)
# Where a template of packaging/debian/client goes, and whether it is a program.
_FILES = {
    "bina-asn": ("usr/bin/bina-asn", True),
    "bina-asn.desktop": ("usr/share/applications/bina-asn.desktop", False),
    "bina-asn.rtupdate": ("usr/share/python3/runtime.d/bina-asn.rtupdate", True),
    "lintian-overrides": ("usr/share/lintian/overrides/bina-asn", False),
    f"{_ID}.metainfo.xml.in": (f"usr/share/metainfo/{_ID}.metainfo.xml", False),
    "copyright.in": ("usr/share/doc/bina-asn/copyright", False),
    "config": (f"{CONTROL}/config", True),
    "postinst": (f"{CONTROL}/postinst", True),
    "postrm": (f"{CONTROL}/postrm", True),
    "prerm": (f"{CONTROL}/prerm", True),
    "templates": (f"{CONTROL}/templates", False),
}


@cache
def build(workshop: Workshop) -> Path:
    """Makes ``bina-asn_<version>_amd64.deb`` in the output folder, once a making, and returns it.

    Raises:
        PackagingError: A foreign file can't be had, a tool is missing, or it has become too large.
    """
    tree = folders.fresh(workshop.work / "deb")
    shutil.copytree(program_folder(workshop, "debian"), tree / "usr/lib/bina-asn")
    _add_icons(workshop, tree)
    templates = Templates(workshop, PACKAGE, workshop.root / "packaging/debian/client", "debian")
    templates.add_changes(tree)
    _add_manual(templates, tree)
    templates.lay_out(tree, _FILES)
    templates.add_control(tree)
    file = pack(workshop, tree, workshop.output / f"{PACKAGE}_{workshop.version}_amd64.deb")
    if not workshop.is_quick and file.stat().st_size > _LARGEST:
        raise PackagingError(f"{file.name} is larger than {_LARGEST} bytes; what was added?")
    return file


def _add_icons(workshop: Workshop, tree: Path) -> None:
    icons, theme = workshop.root / "packaging" / "icon", tree / "usr/share/icons/hicolor"
    drawn = theme / "scalable" / "apps" / "bina-asn.svg"
    folders.write(drawn, (icons / "bina-asn.svg").read_bytes())
    for size in _ICON_SIZES:
        image = theme / f"{size}x{size}" / "apps" / "bina-asn.png"
        folders.write(image, (icons / f"bina-asn-{size}.png").read_bytes())


def _add_manual(templates: Templates, tree: Path) -> None:
    for name, place, words in (
        ("bina-asn.1.in", "man1", list(_english_words(templates))),
        ("bina-asn.id.1.in", "id/man1", [(word.name, word.help) for word in WORDS]),
    ):
        templates.add_manual(tree, name, f"{place}/bina-asn.1.gz", commands=manual_words(words))


def _english_words(templates: Templates) -> Iterator[tuple[str, str]]:
    """The program's words in its own order; it explains them in Indonesian only."""
    lines = templates.text("words.en.tsv").splitlines()
    english = dict(line.split("\t") for line in lines)
    for word in WORDS:
        yield word.name, english[word.name]
