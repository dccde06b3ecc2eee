"""Who may change what: rights of folders and files, as each system keeps them."""

from __future__ import annotations

import sys

if sys.platform == "win32":
    from desktop.rights.windows import (
        is_administrator,
        is_open_to_all,
        protect_program,
        share_data,
    )
else:
    from desktop.rights.posix import (
        is_administrator,
        is_open_to_all,
        protect_program,
        share_data,
    )

__all__ = ["is_administrator", "is_open_to_all", "protect_program", "share_data"]
