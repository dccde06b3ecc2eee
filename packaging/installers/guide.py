"""The guide for those who install, as one HTML page that prints on A4 and needs nothing beside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lessons.rendering import print_sheet

if TYPE_CHECKING:
    from pathlib import Path

    from installers.workshop import Workshop

SOURCE = "docs/pemasangan.md"
_TITLE = "Memasang Bina ASN"
# The first situation stands below the list of files; each other one begins a page.
_ONE_PAGE_EACH = "h2 ~ h2 { break-before: page; }\n"


def build(workshop: Workshop) -> Path:
    """Writes the guide with the version filled in, and returns its file."""
    text = (workshop.root / SOURCE).read_text("utf-8").replace("VERSI", workshop.version)
    page = workshop.output / f"bina-asn-panduan-{workshop.version}.html"
    page.write_text(guide(text, workshop.root), "utf-8")
    return page


def guide(markdown: str, folder: Path) -> str:
    """The guide as a whole HTML document; each situation has a sheet of its own.

    Args:
        markdown: Its text; every heading of the second level is a situation.
        folder: Where its pictures would lie.
    """
    page = print_sheet(_TITLE, markdown, folder)
    return page.replace("</style>", f"{_ONE_PAGE_EACH}</style>", 1)
