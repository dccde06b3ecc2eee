"""The two programs that people and IT staff start: ``BinaASN.exe`` and ``bina-asn.exe``."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from installers import folders
from installers.signing import sign
from installers.windows.icon import write_icon
from installers.windows.mingw import compile_program, compile_resources

if TYPE_CHECKING:
    from pathlib import Path

    from installers.workshop import Workshop


@dataclass(frozen=True, slots=True)
class Launcher:
    """One of them.

    Attributes:
        file: Its name.
        description: What Windows shows of it, such as in the task manager.
        options: The compiler's.
    """

    file: str
    description: str
    options: tuple[str, ...]


LAUNCHERS = (
    Launcher("BinaASN.exe", "Bina ASN", ("-municode", "-mwindows")),
    Launcher("bina-asn.exe", "Bina ASN (perintah untuk petugas TI)", ("-municode", "-DCONSOLE")),
)


def install(workshop: Workshop, folder: Path) -> None:
    """Builds both into the program folder, and signs them where there is a key.

    Raises:
        PackagingError: The compiler or the signing program is missing, or fails.
    """
    work = folders.fresh(workshop.work / "windows" / "launcher")
    home = workshop.root / "packaging" / "windows"
    write_icon(workshop, work / "app.ico")
    for name in ("launcher.c", "app.manifest"):
        shutil.copyfile(home / name, work / name)
    for launcher in LAUNCHERS:
        script = resource_script((home / "app.rc.in").read_text("utf-8"), launcher, workshop)
        (work / "app.rc").write_text(script, "utf-8")
        resources = compile_resources(work, "app.rc", "app.o")
        sources = ["launcher.c", resources]
        built = compile_program(work, sources, launcher.file, *launcher.options)
        sign(built, workshop.signing, workshop.epoch)
        shutil.copy(built, folder / launcher.file)


def resource_script(template: str, launcher: Launcher, workshop: Workshop) -> str:
    """The script of a launcher's resources: the template with version, name and description."""
    filled = {
        "@NUMBERS@": workshop.version.replace(".", ",") + ",0",
        "@VERSION@": workshop.version,
        "@FILE@": launcher.file,
        "@DESCRIPTION@": launcher.description,
    }
    for mark, value in filled.items():
        template = template.replace(mark, value)
    return template
