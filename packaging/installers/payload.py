"""The program folder: the same tree for every kind of package of one target."""

from __future__ import annotations

import dataclasses
from functools import cache
from typing import TYPE_CHECKING

from installers import application, components, folders, libraries, licences, manifest
from installers.fetching.targets import LINUX, WINDOWS, Target
from installers.fetching.wheels import fetch_wheels
from installers.own_parts import own_parts
from installers.sources import CLIENT_ROOMS, SERVER_ROOMS
from installers.system_licences import common_licence, unpack_runtime
from installers.windows import program

if TYPE_CHECKING:
    from pathlib import Path

    from installers.components import Component
    from installers.workshop import Workshop


@dataclasses.dataclass(frozen=True, slots=True)
class Recipe:
    """How a target's program folder is put together.

    Attributes:
        rooms: The project's top folders that are packed.
        lock: The lock file of the libraries.
        wheels: The system that the libraries are for.
        python: What the manifest tells of Python; empty for the one that is packed.
    """

    rooms: tuple[str, ...]
    lock: str
    wheels: Target
    python: str = ""


RECIPES = {
    "windows": Recipe(CLIENT_ROOMS, "client", WINDOWS),
    "debian": Recipe(CLIENT_ROOMS, "client", LINUX, "3.11-3.13"),
    "server": Recipe(SERVER_ROOMS, "server", LINUX, "3.11-3.13"),
}


@cache
def program_folder(workshop: Workshop, target: str) -> Path:
    """Makes the program folder of a target (``windows``, ``debian`` or ``server``), once a making.

    All within bears the workshop's time and the same rights everywhere. Whoever packs it copies
    it and changes nothing inside: the manifest tells of every file.

    Raises:
        PackagingError: A foreign file can't be had, or a tool is missing.
    """
    recipe = RECIPES[target]
    folder = folders.fresh(workshop.work / target / "program")
    application.install(workshop.root, recipe.rooms, folder / "app")
    wheels = _wheels(workshop, recipe)
    libraries.install(wheels, folder / "lib")
    libraries.add_own_metadata(folder / "lib", workshop.version)
    python = recipe.python or program.complete(workshop, folder, wheels, _debian(workshop))
    licences.write(folder, parts_of(workshop, target))
    manifest.write(folder, version=workshop.version, target=target, python=python)
    folders.settle(folder, workshop.epoch)
    return folder


@cache
def parts_of(workshop: Workshop, target: str) -> tuple[Component, ...]:
    """What a target's program consists of: our own parts, then the foreign ones by name."""
    recipe = RECIPES[target]
    debian = _debian(workshop)
    wheels = _wheels(workshop, recipe)
    parts = [_with_texts(workshop.root, one, debian) for one in components.of_wheels(wheels)]
    if target == "windows":
        parts += program.parts(workshop, wheels, debian)
    own = own_parts(workshop.root, workshop.version, with_window="desktop" in recipe.rooms)
    return (*own, *sorted(parts, key=lambda part: part.name.lower()))


def _wheels(workshop: Workshop, recipe: Recipe) -> list[Path]:
    lock = workshop.root / "requirements" / f"{recipe.lock}.txt"
    return fetch_wheels(workshop, lock, recipe.wheels)


@cache
def _debian(workshop: Workshop) -> Path:
    return unpack_runtime(workshop, workshop.work / "debian-runtime")


def _with_texts(root: Path, component: Component, debian: Path) -> Component:
    """Adds the texts that a wheel lacks: Qt's has only that of the licence we do not use."""
    if component.licence.startswith("LGPL-3.0"):
        texts = (common_licence(debian, "LGPL-3"), common_licence(debian, "GPL-3"))
        return dataclasses.replace(component, licence="LGPL-3.0-only", texts=texts)
    if component.texts:
        return component
    kept = sorted((root / "packaging" / "licences" / component.name).iterdir())
    return dataclasses.replace(component, texts=tuple((one.name, one.read_bytes()) for one in kept))
