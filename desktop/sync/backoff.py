"""How long to wait before the next round after failures."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

FIRST_PAUSE = 30.0
LONGEST_PAUSE = 30 * 60.0


def pause(failures: int, random: Random) -> float:
    """Seconds to wait after so many failures in a row (1 or more).

    Doubles from 30 s up to 30 minutes; of that, a random share between half and all, so that the
    PCs of a city don't come back together after an outage.
    """
    doublings = min(max(failures, 1) - 1, 10)
    return min(FIRST_PAUSE * (1 << doublings), LONGEST_PAUSE) * random.uniform(0.5, 1.0)
