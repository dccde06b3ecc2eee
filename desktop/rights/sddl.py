"""Reading a list of rights as Windows writes it down (SDDL): may ordinary accounts change this?"""

from __future__ import annotations

import re

_ENTRY = re.compile(r"\((?P<kind>\w+);(?P<flags>\w*);(?P<rights>\w*);[^;]*;[^;]*;(?P<who>[^)]*)\)")
_NUMBER = re.compile(r"0[xX]([0-9a-fA-F]+)")
_ALL_PEOPLE = frozenset({"BU", "AU", "WD", "IU", "S-1-5-32-545", "S-1-5-11", "S-1-1-0", "S-1-5-4"})
"""Users, authenticated users, everyone, and who sits at the PC."""
_CHANGING = frozenset({"FA", "FW", "GA", "GW", "SD", "WD", "WO", "DC", "LC", "DT"})
_CHANGING_BITS = 0x2 | 0x4 | 0x40 | 0x10000 | 0x40000 | 0x80000 | 0x10000000 | 0x40000000
"""Write, append, delete below, delete, rights, owner, and all of it at once."""


def lets_everybody_change(sddl: str) -> bool:
    """Whether an entry allows ordinary accounts to change or replace the file or folder itself.

    A list that is missing allows everything.
    """
    if "D:" not in sddl or "D:NO_ACCESS_CONTROL" in sddl:
        return True
    return any(_allows_change(entry) for entry in _ENTRY.finditer(sddl.split("D:", 1)[1]))


def _allows_change(entry: re.Match[str]) -> bool:
    is_for_others_below = "IO" in re.findall("..", entry["flags"])
    if entry["kind"] != "A" or entry["who"] not in _ALL_PEOPLE or is_for_others_below:
        return False
    rights = entry["rights"]
    if number := _NUMBER.fullmatch(rights):
        return bool(int(number[1], 16) & _CHANGING_BITS)
    return not _CHANGING.isdisjoint(re.findall("..", rights))
