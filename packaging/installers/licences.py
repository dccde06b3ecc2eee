"""The program folder's ``licences``: every licence's text, and an index for the program to show."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from installers import folders

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from installers.components import Component


def write(folder: Path, components: Iterable[Component]) -> None:
    """Writes ``licences/index.json`` and the texts it names.

    Args:
        folder: The program folder; the index names files relative to it.
        components: What the program stands on, in the order to show.
    """
    index = [_write_one(folder, component) for component in components]
    data = json.dumps(index, indent=1, ensure_ascii=False) + "\n"
    folders.write(folder / "licences" / "index.json", data.encode())


def _write_one(folder: Path, component: Component) -> dict[str, object]:
    room = re.sub(r"[^a-z0-9]+", "-", component.name.lower()).strip("-")
    texts = {f"licences/{room}/{name}": text for name, text in component.texts}
    for name, text in texts.items():
        folders.write(folder / name, text)
    return {
        "name": component.name,
        "version": component.version,
        "licence": component.licence,
        "files": list(texts),
        "homepage": component.homepage,
    }
