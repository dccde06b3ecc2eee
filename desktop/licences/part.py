"""One part of the program, and the text of its licence."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desktop.errors import ProgramError

_LARGEST = 1024 * 1024
_NO_TEXT = "Teks lisensi bagian ini tidak disertakan di sini. Lihat halaman pembuatnya."


class LicencesUnreadable(ProgramError):
    """The list of parts, or the text of a licence, can't be read."""

    title = "Lisensi tidak dapat dibaca"

    def __init__(self, path: Path, details: str) -> None:
        super().__init__(
            f"{path} tidak dapat dibaca. Periksa pemasangan dengan bina-asn --selftest.", details
        )


@dataclass(frozen=True, slots=True)
class Part:
    """A part that others made, or the program itself.

    Attributes:
        version: Empty for what has none.
        licence: An SPDX expression, or the maker's words.
        homepage: Empty where none is known.
        files: The texts of its licences; may be empty.
    """

    name: str
    version: str
    licence: str
    homepage: str
    files: tuple[Path, ...]


def text_of(part: Part) -> str:
    """The full text of the licences of a part, one below the other.

    Raises:
        LicencesUnreadable: A file of it is gone or can't be read.
    """
    if not part.files:
        return f"{_NO_TEXT}\n{part.homepage}".rstrip()
    return "\n\n\n".join(_read(path) for path in part.files)


def _read(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return file.read(_LARGEST).decode("utf-8", "replace").strip()
    except OSError as error:
        raise LicencesUnreadable(path, str(error)) from error
