"""`python -m bench [--json FILE] [--minutes N] [NAME…]`: measures, and prints one table."""

from __future__ import annotations

import argparse
import os
import sys
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from bench.figures import Benchmark, Figure, NotMeasurable
from bench.machine import machine_line
from bench.table import render, to_json

if TYPE_CHECKING:
    from collections.abc import Sequence

NAMES = (
    "window_start",
    "installed_start",
    "wine_start",
    "memory",
    "commit",
    "reading",
    "course_cache",
    "sync_bytes",
    "intake",
    "imports",
    "fuzz",
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmarks that were named, or all.

    Returns:
        0, whatever the figures are: a slow machine is no error.
    """
    options = _parse(arguments)
    _choose_screen()
    machine = machine_line()
    sys.stdout.write(f"{machine}\n\n")
    figures, left_out = _measure(options.names or NAMES, options.minutes)
    sys.stdout.write(f"{render(figures)}\n")
    for name, reason in left_out.items():
        sys.stdout.write(f"\n{name} was left out: {reason}\n")
    if options.json:
        options.json.write_text(to_json(machine, figures, left_out), encoding="utf-8")
    return 0


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures here as well")
    parser.add_argument(
        "--minutes", type=float, default=0.2, metavar="N", help="how long to fuzz (usually 0.2)"
    )
    # Without an action of its own, `choices` would refuse an empty list.
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(NAMES))
    options = parser.parse_args(arguments)
    if unknown := sorted(set(options.names) - set(NAMES)):
        parser.error(f"no such benchmark: {', '.join(unknown)} (there are {', '.join(NAMES)})")
    return options


def _choose_screen() -> None:
    has_screen = os.name == "nt" or sys.platform == "darwin" or os.environ.get("DISPLAY")
    if not has_screen and not os.environ.get("WAYLAND_DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def _measure(names: Sequence[str], minutes: float) -> tuple[list[Figure], dict[str, str]]:
    figures: list[Figure] = []
    left_out: dict[str, str] = {}
    for name in names:
        sys.stderr.write(f"{name} …\n")
        # Each brings its own libraries: none of them weighs on the benchmarks before it.
        measure = import_module(f"bench.{name}").measure
        benchmark: Benchmark = partial(measure, minutes) if name == "fuzz" else measure
        try:
            figures += benchmark()
        except NotMeasurable as reason:
            left_out[name] = str(reason)
    return figures, left_out


if __name__ == "__main__":
    sys.exit(main())
