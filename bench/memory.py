"""Memory with somebody signed in and a lesson open: PSS, on a PC where nothing else uses Qt."""

from __future__ import annotations

import tempfile
from pathlib import Path

from bench.children import ask
from bench.figures import Figure, NotMeasurable
from bench.people import furnish
from bench.timing import middle

RUNS = 5
_TARGET_MIB = 110


def measure() -> list[Figure]:
    """In turn with a bare window, one process at a time."""
    with tempfile.TemporaryDirectory(prefix="bina-bench-") as name:
        folder = Path(name)
        furnish(folder)
        runs = [(_weigh("lesson", folder), _weigh("bare_window", folder)) for _ in range(RUNS)]
    ours, bare = (middle(column) for column in zip(*runs, strict=True))
    what = "memory (PSS), signed in, lesson open"
    return [Figure(what, ours, "MiB", "bare PySide6 window", bare, _TARGET_MIB)]


def _weigh(probe: str, folder: Path) -> float:
    kib = ask(probe, folder).seen["kib"]
    if kib is None:
        raise NotMeasurable("only Linux tells a process's proportional set size")
    return kib / 1024
