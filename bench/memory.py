"""Memory with somebody signed in and a lesson open, as the system divides shared pages (PSS)."""

from __future__ import annotations

import tempfile
from pathlib import Path

from bench.children import ask
from bench.figures import Figure, NotMeasurable
from bench.people import furnish
from bench.timing import middle

RUNS = 3
_TARGET_MIB = 110


def measure() -> list[Figure]:
    """One program at a time, so that no second one shares its pages."""
    with tempfile.TemporaryDirectory(prefix="bina-bench-") as name:
        folder = Path(name)
        furnish(folder)
        ours = _weigh("lesson", folder)
        lean = _weigh("lesson", folder, "-OO")
        bare = _weigh("bare_window", folder)
    peer = "bare PySide6 window"
    return [
        Figure("memory (PSS), signed in, lesson open", ours, "MiB", peer, bare, _TARGET_MIB),
        Figure("the same without docstrings (python -OO)", lean, "MiB", peer, bare, _TARGET_MIB),
    ]


def _weigh(probe: str, folder: Path, *options: str) -> float:
    weights = [ask(probe, folder, *options).seen["kib"] for _ in range(RUNS)]
    known = [weight / 1024 for weight in weights if weight is not None]
    if not known:
        raise NotMeasurable("only Linux tells a process's proportional set size")
    return middle(known)
