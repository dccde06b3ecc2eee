from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from desktop.sync.backoff import FIRST_PAUSE, LONGEST_PAUSE, pause


@given(st.integers(0, 10_000), st.randoms())
def test_a_pause_lies_between_half_and_all_of_its_step(
    failures: int, chance: random.Random
) -> None:
    whole = min(FIRST_PAUSE * 2 ** min(max(failures, 1) - 1, 30), LONGEST_PAUSE)
    assert whole / 2 <= pause(failures, chance) <= whole


def test_pauses_double_up_to_half_an_hour() -> None:
    middle = [pause(failures, _Steady()) for failures in range(1, 10)]
    assert middle == [30, 60, 120, 240, 480, 960, 1800, 1800, 1800]


def test_pcs_do_not_come_back_together() -> None:
    assert len({pause(3, random.Random(seed)) for seed in range(50)}) == 50


class _Steady(random.Random):
    def random(self) -> float:
        return 1.0
