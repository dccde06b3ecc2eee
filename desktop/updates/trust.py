"""Whose updates are taken on this PC."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop import paths
from desktop.machine_settings import load
from desktop.updates.choosing import Machine
from desktop.updates.errors import UpdateRefused
from desktop.updates.names import kind_here
from desktop.updates.versions import Version
from lessons.packages.keys import KeyProblem
from lessons.program import program_version
from lessons.shelf import Shelf

if TYPE_CHECKING:
    from pathlib import Path

    from lessons.packages.keys import PublicKey


def this_machine(data: Path) -> Machine:
    """What decides here: whose updates count, the kind of installation, and the version.

    Where the settings name the key of the city, it alone counts; else the list of trusted keys.

    Args:
        data: The data folder.

    Raises:
        SettingsRefused: The settings file of this PC can't be used.
        UpdateRefused: The list of trusted keys can't be read.
    """
    kind = kind_here(paths.program_folder())
    return Machine(_keys(data), kind, Version.read(program_version()))


def _keys(data: Path) -> tuple[PublicKey, ...]:
    city = load(paths.settings_file()).city_key
    if city is not None:
        # Any user can write the list of the data folder, administrators alone the settings.
        return (city,)
    try:
        return Shelf(paths.courses_root(), data).trusted().keys
    except KeyProblem as error:
        raise UpdateRefused(error.message) from error
