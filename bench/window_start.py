"""Start to a window that takes input: the real program beside a bare PySide6 window."""

from __future__ import annotations

import tempfile
from pathlib import Path

from bench.children import Told, ask
from bench.figures import Figure
from bench.people import furnish
from bench.timing import middle

RUNS = 9
_TARGET = 1.5


def measure() -> list[Figure]:
    """Alternating runs, all warm: one of each goes before and counts for nothing."""
    with tempfile.TemporaryDirectory(prefix="bina-bench-") as name:
        folder = Path(name)
        furnish(folder)
        runs = [(ask("start", folder), ask("bare_window", folder)) for _ in range(RUNS + 1)][1:]
    ours = [real for real, _ in runs]
    bare = [other for _, other in runs]
    return [
        _figure("start → window takes input", ours, bare, "ready", target=_TARGET),
        _figure("start → first paint", ours, bare, "painted"),
        Figure("start → people on the first page", _middle(ours, "people"), "ms"),
        Figure("longest without taking input meanwhile", _longest(ours), "ms"),
    ]


def _longest(runs: list[Told]) -> float:
    return middle([(told.seen["longest"] or 0) / 1e6 for told in runs])


def _figure(
    what: str, ours: list[Told], bare: list[Told], name: str, target: float | None = None
) -> Figure:
    return Figure(
        what=what,
        value=_middle(ours, name),
        unit="ms",
        peer="bare PySide6 window",
        peer_value=_middle(bare, name),
        target=target,
        of_peer=True,
    )


def _middle(runs: list[Told], name: str) -> float:
    return middle([told.milliseconds(name) for told in runs])
