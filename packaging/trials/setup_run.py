"""The installer and the uninstaller in one file, as IT staff start them, and what they leave."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from trials.wine import Pc, Ran

KEY = r"HKLM\Software\BinaASN"
ENTRY = r"HKLM\Software\Microsoft\Windows\CurrentVersion\Uninstall\BinaASN"
FOLDER = r"C:\Program Files\Bina ASN"
LOG = r"C:\catatan é.log"


def install(pc: Pc, exe: Path, *switches: str, folder: str = "", settings: str = "") -> Ran:
    """Carries the installer to the PC, settings beside it, as on a flashdisk; runs it silently."""
    stick = pc.drive / "stick é"
    stick.mkdir(exist_ok=True)
    carried = stick / exe.name
    if not carried.exists():
        shutil.copy(exe, carried)
    (stick / "pengaturan.toml").unlink(missing_ok=True)
    if settings:
        (stick / "pengaturan.toml").write_text(settings, "utf-8")
    # NSIS wants this folder last and without quotation marks.
    last = f"/D={folder}".split(" ") if folder else []
    return pc.run(carried, "/S", f"/LOG={LOG}", *switches, *last)


def uninstall(pc: Pc, *switches: str, folder: str = FOLDER) -> Ran:
    """Removes silently from a copy of the uninstaller, which tells by its exit code."""
    copy = pc.drive / "hapus.exe"
    shutil.copy(pc.outside(folder) / "uninstall.exe", copy)
    ran = pc.run(copy, "/S", f"/LOG={LOG}", *switches, *f"_?={folder}".split(" "))
    copy.unlink()
    return ran


def log(pc: Pc) -> str:
    """The log of all installations and removals of this PC."""
    return pc.outside(LOG).read_text("utf-8")


def program(pc: Pc, *words: str, folder: str = FOLDER) -> Ran:
    """Runs a word of the installed console program."""
    return pc.run(f"{folder}\\program\\bina-asn.exe", *words)


def version(pc: Pc, folder: str = FOLDER) -> str:
    """The version that the installed program tells."""
    return program(pc, "--version", folder=folder).output.strip().removeprefix("bina-asn ")


def data_folder(pc: Pc) -> Path:
    """The folder of people's results."""
    return pc.drive / "ProgramData" / "BinaASN"


def waiting(pc: Pc) -> int:
    """How many results wait, as the installed program counts them."""
    told: dict[str, int] = json.loads(program(pc, "status", "--json").output)
    return told["unsent"]


def files(folder: Path) -> set[str]:
    """The paths of all files in a folder, relative to it."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def is_untouched(pc: Pc, folder: str = FOLDER) -> bool:
    """Whether nothing of an installation is there: no folder, no registry, no shortcut."""
    shortcuts = list(pc.drive.rglob("Bina ASN.lnk"))
    traces = (pc.outside(folder).exists(), pc.registry(KEY), pc.registry(ENTRY), shortcuts)
    return not any(traces)
