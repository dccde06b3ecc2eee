"""Waiting for what another program does."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def wait_until(is_so: Callable[[], bool], seconds: float = 60, every: float = 0.02) -> None:
    """Looks again and again, for nothing tells us; fails when it does not come to be in time.

    Args:
        is_so: Looks once.
        seconds: The time after which this has failed.
        every: Seconds between two looks.
    """
    end = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < end, f"waited {seconds} seconds in vain"
        time.sleep(every)
