"""Names in a package: which are refused on every system, whichever system looks."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from lessons.packages.reasons import PackageError, Reason
from lessons.pictures import PICTURE

if TYPE_CHECKING:
    from collections.abc import Iterable

COURSE = "course.json"
MANIFEST = "manifest.json"
SIGNATURE = "manifest.sig"
CONTENT_FOLDER = "files/"
_CONTENT = re.compile(r"files/[0-9a-f]{64}")
_DEVICES = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])", re.IGNORECASE)
_SHAPE = re.compile(r"[^\0-\x1f<>\"|?*\x7f]+")


def require_harmless(names: Iterable[str]) -> None:
    """Refuse what could lead anywhere else, or mean two things, on any system.

    Raises:
        PackageError: See there.
    """
    seen: set[str] = set()
    folded: set[str] = set()
    for name in names:
        _require_sound(name)
        if name in seen:
            raise PackageError(Reason.DUPLICATE, name)
        alike = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", name).casefold())
        if alike in folded:
            raise PackageError(Reason.CLASH, name)
        seen.add(name)
        folded.add(alike)


def require_entry(name: str) -> None:
    """Refuse an entry of the archive that no package has.

    Raises:
        PackageError: See there.
    """
    if name not in (MANIFEST, SIGNATURE) and not _CONTENT.fullmatch(name):
        raise PackageError(Reason.NAME, name)


def require_content(path: str) -> None:
    """Refuse what is neither the compiled course nor named like a picture.

    Raises:
        PackageError: See there.
    """
    if path != COURSE and not PICTURE.fullmatch(path):
        raise PackageError(Reason.FILE_TYPE, path)


def _require_sound(name: str) -> None:
    reasons = (
        (Reason.BACKSLASH, "\\" in name),
        (Reason.ABSOLUTE, name.startswith("/")),
        (Reason.DRIVE, ":" in name),
        (Reason.DIRECTORY, name.endswith("/")),
        (Reason.PARENT, ".." in name.split("/")),
        (Reason.RESERVED, any(_is_reserved(part) for part in name.split("/"))),
        (Reason.NAME, not _SHAPE.fullmatch(name) or {"", "."} & set(name.split("/"))),
    )
    for reason, applies in reasons:
        if applies:
            raise PackageError(reason, name)


def _is_reserved(part: str) -> bool:
    stem = part.split(".", 1)[0].rstrip(" ")
    is_cut = part not in ("", ".", "..") and part != part.rstrip(". ")
    return is_cut or _DEVICES.fullmatch(stem) is not None
