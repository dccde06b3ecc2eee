"""``python3.dll``: the door through which extension modules of any Python 3 find their Python.

It holds nothing but names that lead on to ``python313.dll``, so we make our own from that DLL's
list of names where the source of our Python has none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pefile

from installers import folders
from installers.windows.mingw import compile_program

if TYPE_CHECKING:
    from pathlib import Path

_EXECUTABLE = pefile.SECTION_CHARACTERISTICS["IMAGE_SCN_MEM_EXECUTE"]


def install(python: Path, work: Path) -> Path:
    """Links a ``python3.dll`` beside ``python313.dll``.

    Args:
        python: The file ``python313.dll``.
        work: A folder for what lies between; made anew.

    Raises:
        PackagingError: The linker is missing, or fails.
    """
    folders.fresh(work)
    (work / "python3.def").write_text(definition(python), "utf-8")
    linked = compile_program(work, ["python3.def"], "python3.dll", "-shared", "-nostdlib")
    return linked.replace(python.with_name("python3.dll"))


def definition(python: Path) -> str:
    """A linker's definition file that leads every name of a DLL on to it."""
    dll = pefile.PE(str(python), fast_load=True)
    dll.parse_data_directories([pefile.DIRECTORY_ENTRY["IMAGE_DIRECTORY_ENTRY_EXPORT"]])
    symbols = {one.name.decode(): one.address for one in dll.DIRECTORY_ENTRY_EXPORT.symbols}
    lines = [
        f" {name} = {python.stem}.{name}{'' if _is_code(dll, address) else ' DATA'}\n"
        for name, address in sorted(symbols.items())
    ]
    return "LIBRARY python3.dll\nEXPORTS\n" + "".join(lines)


def _is_code(dll: pefile.PE, address: int) -> bool:
    section = dll.get_section_by_rva(address)
    return bool(section and section.Characteristics & _EXECUTABLE)
