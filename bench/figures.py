"""A measured figure beside its peer and its target."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

AT_MOST, AT_LEAST = "≤", "≥"


class NotMeasurable(Exception):
    """This machine lacks what a measurement needs; the text says what."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table.

    Attributes:
        what: What was measured.
        value: The measurement, in ``unit``.
        unit: ``ms``, ``MiB``, ``B``, ``/s`` or empty for a count.
        peer: What stands beside it, measured in the same run; empty where nothing does.
        peer_value: The peer's measurement, in the same unit.
        target: The figure that DESIGN sets, or None where it sets none.
        sense: Whether the target is the most (``AT_MOST``) or the least (``AT_LEAST``).
        of_peer: Whether the target is a multiple of the peer, not an amount of ``unit``.
    """

    what: str
    value: float
    unit: str
    peer: str = ""
    peer_value: float | None = None
    target: float | None = None
    sense: str = AT_MOST
    of_peer: bool = False

    @property
    def ratio(self) -> float | None:
        """Ours by the peer's, or None without a peer."""
        return self.value / self.peer_value if self.peer_value else None

    @property
    def met(self) -> bool | None:
        """Whether the target is met; None where there is none."""
        reached = self.ratio if self.of_peer else self.value
        if self.target is None or reached is None:
            return None
        return reached <= self.target if self.sense == AT_MOST else reached >= self.target


Benchmark = Callable[[], list[Figure]]
