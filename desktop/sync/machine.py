"""What tells one machine from another, so that a cloned disk is noticed."""

from __future__ import annotations

import hashlib
import sys
import uuid
from pathlib import Path

_LINUX_ID = Path("/etc/machine-id")


def machine_hash(id_file: Path = _LINUX_ID) -> str:
    """Eight hex digits of the SHA-256 of the system's machine id; never the id itself.

    Args:
        id_file: Where systems other than Windows keep the id; without it, the network card's
            address stands in.
    """
    found = _system_id(id_file) or f"{uuid.getnode():012x}"
    return hashlib.sha256(found.encode()).hexdigest()[:8]


def _system_id(id_file: Path) -> str:
    if sys.platform == "win32":
        return _windows_id()
    return _read(id_file)


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8", "replace").strip()
    except OSError:
        return ""


if sys.platform == "win32":
    import winreg

    _KEY = r"SOFTWARE\Microsoft\Cryptography"
    _RIGHTS = winreg.KEY_READ | winreg.KEY_WOW64_64KEY

    def _windows_id() -> str:
        try:
            with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, _KEY, access=_RIGHTS) as key:
                return str(winreg.QueryValueEx(key, "MachineGuid")[0])
        except OSError:
            return ""
