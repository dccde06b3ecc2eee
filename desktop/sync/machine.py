"""What tells one machine from another, so that a cloned disk is noticed."""

from __future__ import annotations

import hashlib
import sys
import uuid
from pathlib import Path

from desktop.storage.model import MachineMarks

OTHER_TITLE = "Data ini dibuat di komputer lain"
OTHER_WORDS = (
    "Disk komputer ini tampaknya disalin (kloning) atau dipindahkan. Hasil tetap aman dan tetap "
    "terkirim. Beri tahu petugas TI."
)
OTHER_ADVICE = (
    "Petugas TI: bila disk disalin, kirim semua hasil (bina-asn sync), tutup program, jalankan "
    "bina-asn prepare-image, lalu hubungkan komputer ini lagi."
)

_LINUX_ID = Path("/etc/machine-id")
_LINUX_CARDS = Path("/sys/class/net")
_PERMANENT = "0"  # in addr_assign_type: not made up by software
_NOBODYS = frozenset(
    {
        "00000000-0000-0000-0000-000000000000",
        "ffffffff-ffff-ffff-ffff-ffffffffffff",
        "03000200-0400-0500-0006-000700080009",
    }
)
"""UUIDs that makers of mainboards left as they were: many machines share them."""


def machine_hash(id_file: Path = _LINUX_ID) -> str:
    """Eight hex digits of the SHA-256 of what the system tells of the machine; never that itself.

    Args:
        id_file: Where systems other than Windows keep the id; without it, the network card's
            address stands in.
    """
    return _short(_system_id(id_file) + _board() or f"{uuid.getnode():012x}")


def machine_marks(id_file: Path = _LINUX_ID, cards: Path = _LINUX_CARDS) -> MachineMarks:
    """The marks of this machine, each as eight hex digits of a SHA-256.

    Args:
        id_file: As above.
        cards: Where Linux lists its network cards; those that are plugged in may go elsewhere, so
            only built-in ones with an address of their own count.
    """
    system = _system_id(id_file)
    built_in = [*filter(None, [_board()]), *_built_in_cards(cards)]
    return MachineMarks(_short(system) if system else "", tuple(sorted(map(_short, built_in))))


def _short(found: str) -> str:
    return hashlib.sha256(found.encode()).hexdigest()[:8]


def _built_in_cards(cards: Path) -> list[str]:
    found = cards.iterdir() if cards.is_dir() else ()
    addresses = {_read(card / "address") for card in found if _is_built_in(card)}
    return sorted(addresses - {"", "00:00:00:00:00:00"})


def _is_built_in(card: Path) -> bool:
    bus = (card / "device" / "subsystem").resolve().name
    return bus == "pci" and _read(card / "addr_assign_type") == _PERMANENT


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8", "replace").strip()
    except OSError:
        return ""


if sys.platform == "win32":
    import winreg

    _RIGHTS = winreg.KEY_READ | winreg.KEY_WOW64_64KEY

    def _system_id(_id_file: Path) -> str:
        return _registry(r"SOFTWARE\Microsoft\Cryptography", "MachineGuid")

    def _board() -> str:
        """The UUID that the mainboard tells; empty where it is not the board's own."""
        found = _registry(r"SYSTEM\HardwareConfig", "LastConfig").strip("{}").lower()
        return "" if found in _NOBODYS else found

    def _registry(key: str, name: str) -> str:
        try:
            with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, key, access=_RIGHTS) as opened:
                return str(winreg.QueryValueEx(opened, name)[0])
        except OSError:
            return ""

else:

    def _system_id(id_file: Path) -> str:
        return _read(id_file)

    def _board() -> str:
        """Nothing: Linux tells the mainboard's UUID to the administrator alone."""
        return ""
