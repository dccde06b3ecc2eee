"""The Windows installer in one file, made by NSIS from ``packaging/windows/setup.nsi``."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from installers import folders
from installers.commands import run
from installers.payload import program_folder
from installers.signing import password, shell_command, sign
from installers.windows import file_lists
from installers.windows.icon import write_icon

if TYPE_CHECKING:
    from pathlib import Path

    from installers.workshop import Workshop

_WIDEST_PATH = 259  # of Windows, for programs that know no longer ones
_KIB, _MIB = 1024, 1024**2
_SLACK = 24 * _MIB  # uninstaller, settings, a new database, and what the disk's blocks cost


def build(workshop: Workshop) -> Path:
    """Makes ``bina-asn-<version>-amd64.exe`` in the workshop's output.

    Raises:
        PackagingError: The program folder can't be made, or NSIS is not installed.
    """
    return pack(workshop, program_folder(workshop, "windows"), workshop.work / "windows")


def pack(workshop: Workshop, program: Path, work: Path) -> Path:
    """Packs a program folder that is there, with a folder of its own for what lies between.

    Raises:
        PackagingError: NSIS is not installed, or can't pack it.
    """
    lists = folders.fresh(work / "nsis")
    file_lists.write(program, lists)
    icon = lists / "app.ico"
    write_icon(workshop, icon)
    output = workshop.output / f"bina-asn-{workshop.version}-amd64.exe"
    workshop.output.mkdir(parents=True, exist_ok=True)
    defines = {
        "VERSION": workshop.version,
        "OUTPUT": output,
        "ICON": icon,
        "LISTS": lists,
        **measures(program),
        **({"QUICK": 1} if workshop.is_quick else {}),
    }
    if line := shell_command(workshop.signing, workshop.epoch):
        defines["SIGN"] = line
    words = [f"-D{name}={value}" for name, value in defines.items()]
    script = workshop.root / "packaging" / "windows" / "setup.nsi"
    # Without a UTF-8 locale makensis finds no file whose name has other letters than English ones.
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    command: list[str | Path] = ["makensis", "-V2", "-WX", "-INPUTCHARSET", "UTF8", *words, script]
    run(command, environment=environment, text=password())
    sign(output, workshop.signing, workshop.epoch)
    return output


def measures(program: Path) -> dict[str, int]:
    """What the installer knows beforehand about a program folder.

    Returns:
        SIZE_KB: KiB of all files, for Windows' list of programs.
        NEEDED_KB, NEEDED_MB: Free KiB and MiB without which nothing is begun.
        LONGEST_FOLDER: Characters that the chosen folder may have, so that each path within it
            fits into Windows' 259.
    """
    size = folders.size_of(program)
    needed = size + _SLACK
    longest = max(len(file.as_posix()) for file in file_lists.program_files(program))
    return {
        "SIZE_KB": size // _KIB,
        "NEEDED_KB": needed // _KIB,
        "NEEDED_MB": needed // _MIB,
        "LONGEST_FOLDER": _WIDEST_PATH - len("/program.baru/") - longest,
    }
