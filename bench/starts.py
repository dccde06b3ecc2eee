"""Two ways to start the same program, in turn: what each says while it starts, and when."""

from __future__ import annotations

import time
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import quantiles
from threading import Timer
from typing import TYPE_CHECKING

from bench.children import ProbeFailed
from bench.figures import Figure
from bench.timing import middle

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable, Iterator

    Start = Callable[[], subprocess.Popen[str]]
    Moments = dict[str, float]

PAIRS = 15
END = "end"
_PATIENCE_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Turns:
    """What the runs told, each pair one after the other.

    Attributes:
        ours: Milliseconds from the start, by the word that was said then; ``END`` is the end.
        theirs: The same of the other way.
    """

    ours: list[Moments]
    theirs: list[Moments]

    def figure(self, what: str, word: str, target: float | None = None) -> Figure:
        """Medians side by side, beside the start from source; the text tells how pairs differ."""
        ours, theirs = ([run[word] for run in runs] for runs in (self.ours, self.theirs))
        ratios = [one / other for one, other in zip(ours, theirs, strict=True)]
        low, _, high = quantiles(ratios)
        told = f"{what} (half of the pairs: {low:.2f}–{high:.2f})"
        values = middle(ours), "ms", "from source", middle(theirs)
        return Figure(told, *values, target=target, of_peer=True)


def take_turns(
    ours: Start, theirs: Start, words: tuple[str, ...] = (), pairs: int = PAIRS
) -> Turns:
    """Start both so many times; a pair before them warms the disk and counts for nothing.

    Args:
        ours: Starts it in one way; standard output is a pipe.
        theirs: Starts it in the other.
        words: What each has to say, a line each.
        pairs: How often.

    Raises:
        ProbeFailed: One ended with an error, or without having said all.
    """
    turns = Turns([], [])
    sides = [(ours, turns.ours), (theirs, turns.theirs)]
    for number in range(pairs + 1):
        # Whoever comes second finds the machine warm, so they change places.
        for start, kept in sides if number % 2 else reversed(sides):
            kept.append(_moments(start, words))
    return Turns(turns.ours[1:], turns.theirs[1:])


def _moments(start: Start, words: tuple[str, ...]) -> Moments:
    begun = time.perf_counter_ns()
    moments: Moments = {}
    with start() as process, _patience(process):
        assert process.stdout
        for line in process.stdout:
            moments[line.strip()] = _since(begun)
    moments[END] = _since(begun)
    if process.returncode or not moments.keys() >= set(words):
        raise ProbeFailed("\n".join(moments))
    return moments


@contextmanager
def _patience(process: subprocess.Popen[str]) -> Iterator[None]:
    timer = Timer(_PATIENCE_SECONDS, process.kill)
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _since(begun: int) -> float:
    return (time.perf_counter_ns() - begun) / 1e6
