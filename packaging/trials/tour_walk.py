"""What the client's window asked for on its whole tour: modules, and files of its libraries."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from installers.workshop import ROOT

WATCHER = Path(__file__).with_name("walking")


@dataclass(frozen=True, slots=True)
class Walk:
    """The record of one process.

    Attributes:
        importers: The names of modules by the module that asked for them.
        modules: All that were loaded.
        files: All files that were opened, shared libraries included.
    """

    importers: dict[str, frozenset[str]]
    modules: frozenset[str]
    files: frozenset[str]

    def asked_by(self, tops: frozenset[str]) -> frozenset[str]:
        """What modules within these top packages asked for and got."""
        asked = [names for asking, names in self.importers.items() if top_of(asking) in tops]
        return frozenset().union(*asked) & self.modules


def top_of(module: str) -> str:
    """The top package of a module."""
    return module.partition(".")[0]


def take_tour(folder: Path) -> Walk:
    """Takes the whole tour on the sources, watched; returns what the window's process asked for.

    Raises:
        subprocess.CalledProcessError: A check of the tour does not hold.
    """
    watched = {"BINA_ASN_WALK": str(folder), "PYTHONPATH": str(WATCHER)}
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", **watched}
    tour = [sys.executable, "-m", "tests.together.tour"]
    subprocess.run(tour, cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)
    records = [json.loads(file.read_text("utf-8")) for file in sorted(folder.glob("*.json"))]
    (window,) = [one for one in records if "desktop.app" in one["modules"]]
    return Walk(
        {asking: frozenset(asked) for asking, asked in window["importers"].items()},
        frozenset(window["modules"]),
        frozenset(window["files"]),
    )
