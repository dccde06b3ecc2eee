from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from installers.fetching.turns import one_at_a_time

if TYPE_CHECKING:
    from pathlib import Path

TRY = "import fcntl, sys; fcntl.flock(open(sys.argv[1], 'w'), fcntl.LOCK_EX | fcntl.LOCK_NB)"


def can_enter(lock: Path) -> bool:
    """Whether another process would not have to wait."""
    tried = [sys.executable, "-c", TRY, str(lock)]
    return subprocess.run(tried, capture_output=True, check=False).returncode == 0


def test_another_process_waits_for_the_end(tmp_path: Path) -> None:
    lock = tmp_path / "downloads" / "wheels.lock"
    with one_at_a_time(lock):
        assert not can_enter(lock)
    assert can_enter(lock)


def test_whoever_fails_lets_the_next_one_in(tmp_path: Path) -> None:
    lock = tmp_path / "wheels.lock"
    try:
        with one_at_a_time(lock):
            raise KeyboardInterrupt
    except KeyboardInterrupt:
        assert can_enter(lock)
