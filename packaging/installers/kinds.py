"""What can be made, and the module that makes it."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from installers.debian.releases import RELEASES

if TYPE_CHECKING:
    from pathlib import Path

    from installers.workshop import Workshop


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of package.

    Attributes:
        module: Has ``build(workshop, *arguments) -> Path``, which makes the package in
            ``workshop.output`` and returns its file or folder.
        arguments: Handed on behind the workshop.
    """

    module: str
    arguments: tuple[str, ...] = ()

    def build(self, workshop: Workshop) -> Path:
        """Makes it and returns its file or folder.

        Raises:
            PackagingError: It can't be made.
        """
        built: Path = importlib.import_module(self.module).build(workshop, *self.arguments)
        return built


# In the order in which they are made; a name is that of its option.
KINDS = {
    "windows": Kind("installers.windows.nsis"),
    "msi": Kind("installers.windows.msi"),
    "deb": Kind("installers.debian.deb"),
    "server-deb": Kind("installers.debian.server_deb"),
    "guide": Kind("installers.guide"),
    **{
        f"offline-set-{number}": Kind("installers.debian.offline_set", (number,))
        for number in RELEASES
    },
}
