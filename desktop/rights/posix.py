"""Rights on Linux: the package manager keeps the program's, a group shares the data."""

from __future__ import annotations

import os
import stat
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

GROUP = "bina-asn"
"""Whose members share the data; the package makes it."""
SHARED_MODE = 0o2770

if sys.platform != "win32":
    import grp

    def is_administrator() -> bool:
        """Whether this process may change everything."""
        return os.geteuid() == 0

    def share_data(folder: Path, group: str = GROUP) -> bool:
        """Make the data folder, for the members of the group alone.

        Returns:
            False where there is no such group: then each account has data of its own, and nothing
            was made.

        Raises:
            OSError: It can't be made, or is no folder of its own.
        """
        try:
            number = grp.getgrnam(group).gr_gid
        except KeyError:
            return False
        folder.mkdir(parents=True, exist_ok=True)
        if folder.is_symlink():
            raise NotADirectoryError(f"{folder} is a link")
        os.chown(folder, -1, number)
        folder.chmod(SHARED_MODE)
        return True

    def protect_program(paths: Iterable[Path]) -> None:
        """Let everybody read these files and their owner alone write them; folders stay."""
        for path in paths:
            if path.is_file():
                path.chmod(0o644)

    def is_open_to_all(path: Path) -> bool:
        """Whether accounts other than the administrator's may change a file or folder.

        Raises:
            OSError: It can't be looked at.
        """
        found = path.stat()
        by_others = found.st_mode & stat.S_IWOTH
        by_group = found.st_mode & stat.S_IWGRP and found.st_gid != 0
        return bool(by_others or by_group or found.st_uid != 0)
