"""How long something takes, and the middle of many tries."""

from __future__ import annotations

import time
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def milliseconds(job: Callable[[], object]) -> float:
    """The time that one call takes."""
    started = time.perf_counter_ns()
    job()
    return (time.perf_counter_ns() - started) / 1e6


def middle(samples: Sequence[float]) -> float:
    """The median: one hiccup of the machine does not move it."""
    return median(samples)
