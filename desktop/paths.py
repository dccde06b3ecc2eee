"""Where the program keeps its data and finds its courses on this PC."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

DATA_VARIABLE = "BINA_ASN_DATA"
COURSES_VARIABLE = "BINA_ASN_COURSES"
_LINUX_SHARED = Path("/var/lib/bina-asn")


def data_folder(
    environment: Mapping[str, str] = os.environ,
    platform: str = sys.platform,
    shared: Path = _LINUX_SHARED,
) -> Path:
    """The folder of the database; one for all who share the PC where the system has such a place.

    ``BINA_ASN_DATA`` comes first, then ``%ProgramData%\\BinaASN`` on Windows, then
    ``/var/lib/bina-asn`` where the package made it and we may write into it, and at last the
    data folder of this account. The folder may not exist yet.
    """
    if chosen := environment.get(DATA_VARIABLE):
        return Path(chosen)
    if platform == "win32":
        return Path(environment.get("PROGRAMDATA", r"C:\ProgramData")) / "BinaASN"
    if shared.is_dir() and os.access(shared, os.W_OK):
        return shared
    return _own_folder()


def courses_root(environment: Mapping[str, str] = os.environ) -> Path:
    """The folder with one folder for each course: ``BINA_ASN_COURSES``, or the bundled one."""
    chosen = environment.get(COURSES_VARIABLE)
    return Path(chosen) if chosen else _bundled_courses()


def _own_folder() -> Path:
    from platformdirs import user_data_path

    return user_data_path("BinaASN", appauthor=False)


def _bundled_courses() -> Path:
    import lessons

    return Path(lessons.__path__[0]) / "courses"
