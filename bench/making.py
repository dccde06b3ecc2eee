"""What is measured as people get it: made by the same steps as the packages."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from bench.figures import NotMeasurable

PACKAGING = Path(__file__).resolve().parents[1] / "packaging"
# What makes the packages lies beside the project's own code, and is imported when asked for.
if str(PACKAGING) not in sys.path:
    sys.path.append(str(PACKAGING))


def program_for(target: str, folder: Path) -> Path:
    """The program folder of a target (``debian`` or ``windows``), made in a folder.

    Raises:
        NotMeasurable: A tool is missing, or a library can't be fetched.
    """
    from installers.errors import PackagingError
    from installers.payload import program_folder
    from installers.workshop import quick_workshop

    try:
        return program_folder(quick_workshop(folder), target)
    except PackagingError as error:
        raise NotMeasurable(str(error)) from error


def sources_for_windows(program: Path, folder: Path) -> Path:
    """The sources and libraries of a program folder for Windows, and its Python, in a new folder.

    Args:
        program: That program folder, whose Python is copied.
        folder: Nothing is compiled in it; Python does that at the first start.
    """
    from installers import application, libraries
    from installers.fetching.targets import WINDOWS
    from installers.fetching.wheels import fetch_wheels
    from installers.payload import RECIPES
    from installers.workshop import quick_workshop

    making, recipe = quick_workshop(folder), RECIPES["windows"]
    lock = making.root / "requirements" / f"{recipe.lock}.txt"
    application.install(making.root, recipe.rooms, folder / "app")
    libraries.install(fetch_wheels(making, lock, WINDOWS), folder / "lib")
    libraries.add_own_metadata(folder / "lib", making.version)
    shutil.copytree(program / "runtime", folder / "runtime")
    return folder
