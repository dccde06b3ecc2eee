"""Where and when a parcel came in, and what its PC's clock is worth."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

CLOCK_TOLERANCE = timedelta(minutes=5)
"""A smaller offset is left alone: it may be the network's."""
CLOCK_DOUBT = timedelta(days=1)
"""From here on a corrected time is marked as doubtful."""


@dataclass(frozen=True, slots=True)
class Dated:
    """When something happened, as well as can be known.

    Attributes:
        doubtful: The PC's clock was so wrong that this is hardly more than a guess.
    """

    at: datetime
    doubtful: bool


@dataclass(frozen=True, slots=True)
class Origin:
    """Where and when a parcel came in.

    Attributes:
        now: The server's clock.
        offset: Server's clock minus the PC's.
    """

    unit: str
    device: UUID
    now: datetime
    offset: timedelta

    @property
    def doubtful(self) -> bool:
        """Whether the PC's clock is so wrong that its times are hardly more than a guess."""
        return abs(self.offset) > CLOCK_DOUBT

    def dated(self, at: datetime, released: datetime) -> Dated:
        """A time by the PC's clock, corrected, and never later than now.

        A clock may have been wrong while somebody learnt and right again when the parcel was made.
        What claims to be older than its course counts from now.

        Args:
            released: The earliest moment at which it can have happened.
        """
        corrected = self._corrected(at)
        if corrected < released <= self.now:
            return Dated(self.now, doubtful=True)
        return Dated(corrected, self.doubtful)

    def _corrected(self, at: datetime) -> datetime:
        if abs(self.offset) <= CLOCK_TOLERANCE:
            return min(at, self.now)
        try:
            return min(at + self.offset, self.now)
        except OverflowError:
            return self.now
