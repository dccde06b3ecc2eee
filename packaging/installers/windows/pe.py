"""Looks into Windows programs and DLLs: their versions, and the DLLs they need."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pefile

from installers.errors import PackagingError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_KINDS = {".dll", ".exe", ".pyd"}
_TABLES = {
    "IMAGE_DIRECTORY_ENTRY_IMPORT": "DIRECTORY_ENTRY_IMPORT",
    "IMAGE_DIRECTORY_ENTRY_DELAY_IMPORT": "DIRECTORY_ENTRY_DELAY_IMPORT",
}
# Of Windows 10 1809 and newer; with the sets of names that begin with api-ms-win and ext-ms-win.
_NAMES = """
    advapi32 authz bcrypt bcryptprimitives cfgmgr32 comctl32 comdlg32 crypt32 cryptbase d3d11
    d3d12 d3d9 dcomp dnsapi dwmapi dwrite dxgi dxva2 gdi32 icuuc imm32 iphlpapi kernel32 mpr
    msimg32 msvcrt ncrypt netapi32 ntdll ole32 oleacc oleaut32 powrprof propsys psapi rpcrt4
    secur32 setupapi shcore shell32 shlwapi ucrtbase uiautomationcore user32 userenv uxtheme
    version winhttp winmm ws2_32 wtsapi32
"""
_WINDOWS = frozenset(_NAMES.split())
_DRIVERS = {"winspool.drv"}


def unresolved(folder: Path) -> dict[str, list[str]]:
    """The DLLs that programs within a folder need and find neither there nor in Windows.

    Returns:
        By the program's path relative to the folder, the names in lower case; empty when all
        are found.
    """
    programs = [path for path in sorted(folder.rglob("*")) if path.suffix.lower() in _KINDS]
    carried = {path.name.lower() for path in programs}
    missing = {
        path.relative_to(folder).as_posix(): sorted(
            {name for name in needed_by(path) if name not in carried and not _is_windows(name)}
        )
        for path in programs
    }
    return {program: names for program, names in missing.items() if names}


def needed_by(program: Path) -> set[str]:
    """The DLLs that a program or DLL loads by itself, at once or later, in lower case."""
    image = pefile.PE(str(program), fast_load=True)
    image.parse_data_directories([pefile.DIRECTORY_ENTRY[name] for name in _TABLES])
    tables = [getattr(image, attribute, []) for attribute in _TABLES.values()]
    return {entry.dll.decode().lower() for table in tables for entry in table}


def _is_windows(name: str) -> bool:
    known = name.removesuffix(".dll") in _WINDOWS or name in _DRIVERS
    return known or name.startswith(("api-ms-win-", "ext-ms-win-"))


def is_for_amd64(program: bytes) -> bool:
    """Whether a program or DLL, given its content, is for the PCs that we serve."""
    image = pefile.PE(data=program, fast_load=True)
    return bool(image.FILE_HEADER.Machine == pefile.MACHINE_TYPE["IMAGE_FILE_MACHINE_AMD64"])


def version_of(program: bytes, name: str) -> str:
    """The version that a program or DLL tells of itself, such as ``3.13.11``.

    Args:
        program: Its content.
        name: For the error.

    Raises:
        PackagingError: It tells none.
    """
    for key, value in _version_words(pefile.PE(data=program)):
        if key == b"ProductVersion":
            return value.decode().replace(", ", ".")
    raise PackagingError(f"{name} tells no version")


def _version_words(image: pefile.PE) -> Iterator[tuple[bytes, bytes]]:
    blocks = [block for info in getattr(image, "FileInfo", []) for block in info]
    for table in (table for block in blocks for table in getattr(block, "StringTable", [])):
        yield from table.entries.items()
