"""What a backup holds, by name, and its manifest."""

from __future__ import annotations

from datetime import datetime
from enum import Enum
from typing import Final

import msgspec

from sync_server import settings

FORM: Final = 1
"""Raised when an older program could no longer restore what this one backs up."""
MANIFEST: Final = "manifest.json"
SMALL: Final = (settings.SETTINGS_FILE, settings.SECRET_FILE)
LARGEST_SMALL: Final = 64 * 1024
"""Bytes; the manifest, the settings and the secret are far below."""
_NAMED: Final = "bina-asn-server-%Y%m%d-%H%M%S.tar"
PATTERN: Final = "bina-asn-server-????????-??????.tar"
NEWER: Final = "Cadangan ini berasal dari versi program yang lebih baru ({}). Perbarui program ini."


class Kind(Enum):
    """Of which database a backup is; the value is the name of its file."""

    SQLITE = "server.db"
    POSTGRESQL = "server.dump"


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """What a backup says of itself.

    Attributes:
        form: See :data:`FORM`.
        program: Version of the program that made it.
        made: When, in UTC.
        revision: The step of the database's upgrades that it stood at.
        database: Its kind.
        files: SHA-256 of every other file, in hex, by name.
    """

    form: int
    program: str
    made: datetime
    revision: str
    database: Kind
    files: dict[str, str]


def file_name(made: datetime) -> str:
    """How a backup of that moment (UTC) is called; names sort by time."""
    return made.strftime(_NAMED)


def expected_files(kind: Kind) -> frozenset[str]:
    """The files beside the manifest, no more and no less."""
    return frozenset((*SMALL, kind.value))
