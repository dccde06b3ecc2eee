"""What the installer brings and the uninstaller takes away: every file by name, in NSIS's words.

A list, since a wildcard would take files in the order of the disk, and since a removal by wildcard
would take what people have put beside them.
"""

from __future__ import annotations

from pathlib import Path, PureWindowsPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

EXTRACT, REMOVE = "extract.nsh", "remove.nsh"


def program_files(program: Path) -> list[Path]:
    """All files of a program folder, relative to it; alike ones together, which packs smaller."""
    files = [path.relative_to(program) for path in program.rglob("*") if path.is_file()]
    return sorted(files, key=lambda file: (file.suffix, file.as_posix()))


def write(program: Path, lists: Path) -> None:
    """Writes both lists of a program folder into a folder."""
    files = program_files(program)
    _write_macros(lists / EXTRACT, {"ExtractProgram": _extractions(program, files)})
    removals = {"RemoveFiles": _file_removals(files), "RemoveFolders": _folder_removals(files)}
    _write_macros(lists / REMOVE, removals)


def _write_macros(file: Path, macros: dict[str, list[str]]) -> None:
    lines = [
        line
        for name, body in macros.items()
        for line in (f"!macro {name}", *(f"  {one}" for one in body), "!macroend")
    ]
    file.write_text("".join(f"{line}\n" for line in lines), "utf-8")


def _extractions(program: Path, files: Iterable[Path]) -> list[str]:
    lines, entered = [], None
    for file in files:
        if file.parent != entered:
            entered = file.parent
            lines.append(f'SetOutPath "{_installed(entered, "program.baru")}"')
        lines.append(f'File "{program / file}"')
    return lines


def _file_removals(files: Iterable[Path]) -> list[str]:
    return [f'Delete "{_installed(file)}"' for file in files]


def _folder_removals(files: Iterable[Path]) -> list[str]:
    folders = {parent for file in files for parent in file.parents}
    deepest_first = sorted(folders, key=lambda folder: (-len(folder.parts), folder.as_posix()))
    return [f'RMDir "{_installed(folder)}"' for folder in deepest_first]


def _installed(path: Path, program: str = "program") -> str:
    return rf"$INSTDIR\{PureWindowsPath(program, path)}"
