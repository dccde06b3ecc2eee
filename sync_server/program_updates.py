"""Updates of the program that an admin has put into the data folder, for PCs to fetch by hand.

``SHA256SUMS`` names what is handed out, and ``SHA256SUMS.sig`` signs it: a PC believes neither this
server nor the line, but the city's key. Whatever else lies in the folder stays here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sync_server.errors import Refused

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = "updates"
_SUMS = "SHA256SUMS"
_SIGNATURE = "SHA256SUMS.sig"
_LARGEST_SUMS = 64 * 1024
_LINE = re.compile(r"[0-9a-f]{64} [ *](?P<name>[0-9A-Za-z][0-9A-Za-z._+~-]*)")


def find_update(folder: Path, name: str) -> Path:
    """The file to hand out under a name.

    Raises:
        Refused: 404: nothing is handed out under this name.
    """
    file = folder / name
    if name not in _handed_out(folder) or not file.is_file():
        raise Refused(404, "not-found", "Pembaruan itu tidak tersedia di server ini.")
    return file


def _handed_out(folder: Path) -> set[str]:
    """The names; none without a list of sums that can be read."""
    try:
        with (folder / _SUMS).open("rb") as file:
            text = file.read(_LARGEST_SUMS).decode("ascii", "replace")
    except OSError:
        return set()
    named = {match["name"] for match in map(_LINE.fullmatch, text.splitlines()) if match}
    return named | {_SUMS, _SIGNATURE}
