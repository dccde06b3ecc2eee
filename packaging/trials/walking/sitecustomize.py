"""Watches a Python from its first line: which module asks for which, and what it has opened.

At its end a process writes all that into the folder that the variable names, one JSON a process:
`importers` (module names by the module that asks for them), `modules` (all that were loaded) and
`files` (all that were opened, shared libraries included).
"""

from __future__ import annotations

import atexit
import builtins
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

FOLDER = os.environ.get("BINA_ASN_WALK")

_importers: dict[str, set[str]] = {}
_files: set[str] = set()
_import = builtins.__import__


def _watched_import(
    name: str,
    globals: Mapping[str, Any] | None = None,
    locals: Mapping[str, Any] | None = None,
    fromlist: Sequence[str] | None = (),
    level: int = 0,
) -> Any:  # noqa: ANN401 - as Python's own
    module = _import(name, globals, locals, fromlist or (), level)
    asking = str((globals or {}).get("__name__", ""))
    full = module.__name__ if fromlist and hasattr(module, "__name__") else name
    asked = _importers.setdefault(asking, set())
    if not level or fromlist:
        asked.add(full)
    for part in fromlist or ():
        if f"{full}.{part}" in sys.modules:
            asked.add(f"{full}.{part}")
    return module


def _note_files(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "open" and isinstance(arguments[0], str):
        _files.add(arguments[0])


def _write(folder: Path) -> None:
    libraries = {line.split()[-1] for line in Path("/proc/self/maps").read_text().splitlines()}
    told = {
        "words": sys.argv,
        "importers": {name: sorted(asked) for name, asked in sorted(_importers.items())},
        "modules": sorted(sys.modules),
        "files": sorted(_files | {name for name in libraries if name.startswith("/")}),
    }
    (folder / f"{os.getpid()}.json").write_text(json.dumps(told, indent=1), "utf-8")


if FOLDER:
    builtins.__import__ = _watched_import
    sys.addaudithook(_note_files)
    atexit.register(_write, Path(FOLDER))
