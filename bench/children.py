"""Starts probes and reads what they tell."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.paths import DATA_VARIABLE

if TYPE_CHECKING:
    from pathlib import Path

_PATIENCE_SECONDS = 60


class ProbeFailed(Exception):
    """A probe ended with an error; the text is what it wrote."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a probe told.

    Attributes:
        started: Monotonic nanoseconds just before the process was asked for.
        seen: Its line.
    """

    started: int
    seen: dict[str, int | None]

    def milliseconds(self, name: str) -> float:
        """From the start to a moment that the probe saw."""
        moment = self.seen[name]
        assert moment is not None
        return (moment - self.started) / 1e6


def ask(probe: str, folder: Path) -> Told:
    """Run a probe of :mod:`bench.probes` on a data folder, to its end.

    Raises:
        ProbeFailed: It ended with an error.
    """
    environment = {**os.environ, DATA_VARIABLE: str(folder)}
    # An installed program has its bytecode; compiling at each start would be measured instead.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    started = time.monotonic_ns()
    done = subprocess.run(
        [sys.executable, "-m", f"bench.probes.{probe}"],
        env=environment,
        capture_output=True,
        text=True,
        timeout=_PATIENCE_SECONDS,
        check=False,
    )
    if done.returncode:
        raise ProbeFailed(done.stderr)
    return Told(started, json.loads(done.stdout))
