"""What the program stands on, part by part, and under which licences."""

from __future__ import annotations

from desktop.licences.gathered import gathered_parts
from desktop.licences.packed import packed_parts
from desktop.licences.part import LicencesUnreadable, Part, text_of
from desktop.paths import is_installed, program_folder

__all__ = ["LicencesUnreadable", "Part", "all_parts", "text_of"]


def all_parts() -> tuple[Part, ...]:
    """The parts of this program, in the order to show.

    Raises:
        LicencesUnreadable: The installed list is missing or damaged.
    """
    folder = program_folder()
    return packed_parts(folder) if is_installed(folder) else gathered_parts(folder)
