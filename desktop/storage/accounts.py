"""Who of this computer may use a data folder that several accounts share."""

from __future__ import annotations

import os
import stat
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

if sys.platform == "win32":

    def group_without_us(folder: Path) -> str:
        """Nothing: Windows lets accounts in by a list of rights."""
        return ""

else:
    import grp

    def group_without_us(folder: Path) -> str:
        """The group whose members may write into a folder, where this account is none of them.

        Returns:
            The group's name, or its number where it has none; nothing when rights are not what
            keeps this account out.
        """
        try:
            found = folder.stat()
        except OSError:
            return ""
        is_member = found.st_gid in {os.getegid(), *os.getgroups()}
        if is_member or os.access(folder, os.W_OK) or not found.st_mode & stat.S_IWGRP:
            return ""
        try:
            return grp.getgrgid(found.st_gid).gr_name
        except KeyError:
            return str(found.st_gid)
