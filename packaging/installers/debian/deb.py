"""The client's package: one file for Debian 12 and 13 and Ubuntu 24.04."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING

from desktop.commands.table import WORDS
from installers import folders
from installers.debian.documents import (
    Release,
    debian_changelog,
    manual_words,
    parts_in_words,
    releases,
    write_packed,
)
from installers.debian.dpkg import CONTROL, installed_size, pack
from installers.errors import PackagingError
from installers.payload import parts_of, program_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from installers.workshop import Workshop

PACKAGE = "bina-asn"
_MAINTAINER = "Bina ASN <bina-asn@dumaikota.go.id>"
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
    "control.in": (f"{CONTROL}/control", False),
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
    _add_documents(workshop, tree)
    for name, (target, is_program) in _FILES.items():
        _add(workshop, tree, name, tree / target, is_program=is_program)
    file = pack(workshop, tree, workshop.output / f"{PACKAGE}_{workshop.version}_amd64.deb")
    if not workshop.is_quick and file.stat().st_size > _LARGEST:
        raise PackagingError(f"{file.name} is larger than {_LARGEST} bytes; what was added?")
    return file


def _templates(workshop: Workshop) -> Path:
    return workshop.root / "packaging" / "debian" / "client"


def _add(workshop: Workshop, tree: Path, name: str, file: Path, *, is_program: bool) -> None:
    """Adds one template; of those ending in ``.in`` the words in braces are filled in."""
    data = (_templates(workshop) / name).read_bytes()
    if name.endswith(".in"):
        data = data.decode().format_map(_words(workshop, tree)).encode()
    folders.write(file, data)
    file.chmod(0o755 if is_program else 0o644)


def _words(workshop: Workshop, tree: Path) -> dict[str, str]:
    return {
        "version": workshop.version,
        "date": _day(workshop),
        "installed_size": str(installed_size(tree)),
        "depends": ", ".join((_templates(workshop) / "depends").read_text("utf-8").splitlines()),
        "parts": parts_in_words(parts_of(workshop, "debian")),
    }


def _day(workshop: Workshop) -> str:
    return f"{datetime.fromtimestamp(workshop.epoch, UTC):%Y-%m-%d}"


def _add_icons(workshop: Workshop, tree: Path) -> None:
    icons, theme = workshop.root / "packaging" / "icon", tree / "usr/share/icons/hicolor"
    drawn = theme / "scalable" / "apps" / "bina-asn.svg"
    folders.write(drawn, (icons / "bina-asn.svg").read_bytes())
    for size in _ICON_SIZES:
        image = theme / f"{size}x{size}" / "apps" / "bina-asn.png"
        folders.write(image, (icons / f"bina-asn-{size}.png").read_bytes())


def _add_documents(workshop: Workshop, tree: Path) -> None:
    known = releases((workshop.root / "CHANGELOG.md").read_text("utf-8"))
    now = Release(workshop.version, _day(workshop), ())
    changes = debian_changelog(PACKAGE, _MAINTAINER, known, now)
    write_packed(tree / "usr/share/doc/bina-asn/changelog.gz", changes)
    for name, place, words in (
        ("bina-asn.1.in", "man1", list(_english_words(_templates(workshop)))),
        ("bina-asn.id.1.in", "id/man1", [(word.name, word.help) for word in WORDS]),
    ):
        told = {"version": workshop.version, "date": _day(workshop)}
        told["commands"] = manual_words(words)
        page = (_templates(workshop) / name).read_text("utf-8").format_map(told)
        write_packed(tree / "usr/share/man" / place / "bina-asn.1.gz", page)


def _english_words(templates: Path) -> Iterator[tuple[str, str]]:
    """The program's words in its own order; it explains them in Indonesian only."""
    lines = (templates / "words.en.tsv").read_text("utf-8").splitlines()
    english = dict(line.split("\t") for line in lines)
    for word in WORDS:
        yield word.name, english[word.name]
