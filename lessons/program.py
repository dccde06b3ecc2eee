"""Which version of the program this is."""

from __future__ import annotations

from importlib.metadata import version


def program_version() -> str:
    """The version as the package index writes it, ``0.1.0``."""
    return version("bina-asn")
