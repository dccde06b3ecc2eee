"""Where the program keeps its data and finds its courses on this PC."""

from __future__ import annotations

import os
import stat
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

DATA_VARIABLE = "BINA_ASN_DATA"
COURSES_VARIABLE = "BINA_ASN_COURSES"
SETTINGS_VARIABLE = "BINA_ASN_SETTINGS"
SETTINGS_NAME = "pengaturan.toml"
MANIFEST_NAME = "manifest.json"
"""Lists the files of an installed program, in its program folder."""
_LINUX_SETTINGS = Path("/etc/bina-asn")
_LINUX_SHARED = Path("/var/lib/bina-asn")


def data_folder(
    environment: Mapping[str, str] = os.environ,
    platform: str = sys.platform,
    shared: Path = _LINUX_SHARED,
) -> Path:
    """The folder of the database; one for all who share the PC where the system has such a place.

    ``BINA_ASN_DATA`` comes first, then ``%ProgramData%\\BinaASN`` on Windows, then
    ``/var/lib/bina-asn`` where the package made it, and at last the data folder of this account.
    The folder may not exist yet. An account that may not write the shared folder gets no folder of
    its own instead: its results would be out of sight once it is let in.
    """
    is_chosen = platform == "win32" or environment.get(DATA_VARIABLE)
    if is_chosen or shared.is_dir():
        return shared_data_folder(environment, platform, shared)
    return _own_folder()


def shared_data_folder(
    environment: Mapping[str, str] = os.environ,
    platform: str = sys.platform,
    shared: Path = _LINUX_SHARED,
) -> Path:
    """The data folder that all accounts of a PC share once an administrator has made it."""
    if chosen := environment.get(DATA_VARIABLE):
        return Path(chosen)
    if platform == "win32":
        return Path(environment.get("PROGRAMDATA", r"C:\ProgramData")) / "BinaASN"
    return shared


def share_new_files(folder: Path) -> None:
    """Let the group of a shared data folder write what this process makes from now on.

    Whoever starts the program next may be another account of that group. Nothing changes where the
    folder belongs to one account, or is not there.
    """
    wanted = stat.S_ISGID | stat.S_IWGRP
    with suppress(OSError):
        if folder.stat().st_mode & wanted == wanted:
            os.umask(os.umask(0o077) & ~stat.S_IRWXG)


def courses_root(environment: Mapping[str, str] = os.environ) -> Path:
    """The folder with one folder for each course: ``BINA_ASN_COURSES``, or the bundled one."""
    chosen = environment.get(COURSES_VARIABLE)
    return Path(chosen) if chosen else _bundled_courses()


def program_folder(here: Path = Path(__file__)) -> Path:
    """The folder that an installer made, with ``app``, ``lib`` and the manifest.

    Run from its sources, the program has none, and this is the folder of the sources.
    """
    app = here.resolve().parents[1]
    return app.parent if (app.parent / MANIFEST_NAME).is_file() else app


def is_installed(folder: Path) -> bool:
    """Whether an installer made this program folder."""
    return (folder / MANIFEST_NAME).is_file()


def settings_file(
    environment: Mapping[str, str] = os.environ, platform: str = sys.platform
) -> Path:
    """The settings that IT staff made for this PC; the file may not exist.

    ``BINA_ASN_SETTINGS`` comes first; then on Windows it lies beside the program folder, where
    administrators alone can write, and elsewhere in ``/etc/bina-asn``.
    """
    if chosen := environment.get(SETTINGS_VARIABLE):
        return Path(chosen)
    folder = program_folder().parent if platform == "win32" else _LINUX_SETTINGS
    return folder / SETTINGS_NAME


def _own_folder() -> Path:
    from platformdirs import user_data_path

    return user_data_path("BinaASN", appauthor=False)


def _bundled_courses() -> Path:
    import lessons

    return Path(lessons.__path__[0]) / "courses"
