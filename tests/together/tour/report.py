"""What a tour found: each thing that must hold beside what was there."""

from __future__ import annotations

import json
import time
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Check:
    """Something that must hold, and what was found."""

    what: str
    must: object
    found: object

    @property
    def holds(self) -> bool:
        """Whether both are the same."""
        return self.must == self.found


@dataclass(slots=True)
class Report:
    """Grows as the tour goes.

    Attributes:
        figures: By name, as read from stores and line.
        seconds: By step.
    """

    checks: list[Check] = field(default_factory=list)
    figures: dict[str, object] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)

    def expect(self, what: str, must: object, found: object) -> None:
        """Compare, and remember both sides."""
        self.checks.append(Check(what, must, found))

    def note(self, **figures: object) -> None:
        """Remember figures."""
        self.figures.update(figures)

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Measure a step."""
        begun = time.monotonic()
        yield
        self.seconds[name] = round(time.monotonic() - begun, 1)

    def differences(self) -> list[str]:
        """What does not hold, in words."""
        bad = [each for each in self.checks if not each.holds]
        return [f"{each.what}: must be {each.must!r}, is {each.found!r}" for each in bad]

    def write(self, path: Path) -> None:
        """Write everything as JSON."""
        whole = {**asdict(self), "differences": self.differences()}
        path.write_text(json.dumps(whole, indent=2, ensure_ascii=False, default=str), "utf-8")

    def table(self) -> str:
        """A short table for people: figures, then steps."""
        steps = {f"  {name}": f"{seconds:.1f} s" for name, seconds in self.seconds.items()}
        lines = {
            **self.figures,
            "checks": f"{len(self.checks)}, of which {len(self.differences())} do not hold",
            "seconds": f"{sum(self.seconds.values()):.1f}",
            **steps,
        }
        width = max(len(name) for name in lines)
        return "\n".join(f"{name:{width}}  {_words(value)}" for name, value in lines.items())


def _words(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(_words(each) for each in value)
    return " / ".join(map(str, value)) if isinstance(value, tuple) else str(value)
