"""Fuzzing of all that reads files: courses, drafts, question banks, packages.

`python3 dev.py bench fuzz --minutes 5` tries new inputs each time. A finding is told with its seed,
from which `is_withstood` makes the same input again.
"""

from __future__ import annotations

import faulthandler
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random, SystemRandom
from tempfile import TemporaryDirectory

from bench.figures import Figure
from bench.fuzz_targets import TARGETS

_SLOW = 3.0
_HANGS = 120


def measure(minutes: float) -> list[Figure]:
    """Inputs tried in that time, and how many broke something; each of these is printed."""
    end = time.monotonic() + minutes * 60
    seed = SystemRandom().randrange(2**32)
    tallies = [Tally(target) for target in TARGETS]
    while time.monotonic() < end:
        for tally in tallies:
            tally.attempt(seed)
        seed += 1
    return [figure for tally in tallies for figure in tally.figures()]


@dataclass(slots=True)
class Tally:
    """What became of the inputs of one target."""

    target: Callable[[Random, Path], None]
    tried: int = 0
    found: int = 0
    slowest: float = 0.0

    def attempt(self, seed: int) -> None:
        """Try the input of this seed."""
        started = time.perf_counter()
        self.found += not is_withstood(self.target, seed)
        self.slowest = max(self.slowest, time.perf_counter() - started)
        self.tried += 1

    def figures(self) -> tuple[Figure, ...]:
        """Inputs, findings, and the slowest input."""
        name = f"fuzz: {self.target.__name__.replace('_', ' ')}"
        return (
            Figure(f"{name}, inputs", self.tried, ""),
            Figure(f"{name}, findings", self.found, "", target=0),
            Figure(f"{name}, slowest input", self.slowest * 1000, "ms", target=_SLOW * 1000),
        )


def is_withstood(target: Callable[[Random, Path], None], seed: int) -> bool:
    """Whether the input of this seed is taken or refused as agreed, and soon."""
    faulthandler.dump_traceback_later(_HANGS, exit=True)
    started = time.perf_counter()
    try:
        with TemporaryDirectory() as folder:
            target(Random(seed), Path(folder))
    except Exception:  # noqa: BLE001 - whatever comes is the finding
        sys.stderr.write(f"{target.__name__}, seed {seed}:\n{traceback.format_exc()}\n")
        return False
    finally:
        faulthandler.cancel_dump_traceback_later()
    seconds = time.perf_counter() - started
    if seconds > _SLOW:
        sys.stderr.write(f"{target.__name__}, seed {seed}: took {seconds:.1f} s\n")
    return seconds <= _SLOW
