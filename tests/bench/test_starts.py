from __future__ import annotations

import subprocess
import sys
from functools import partial
from typing import TYPE_CHECKING

import pytest

from bench.children import ProbeFailed
from bench.starts import END, Turns, take_turns

if TYPE_CHECKING:
    from pathlib import Path

    from bench.starts import Start


def saying(code: str) -> Start:
    """A program that runs this."""
    return partial(
        subprocess.Popen, [sys.executable, "-S", "-c", code], stdout=subprocess.PIPE, text=True
    )


def noting(file: Path, word: str) -> Start:
    """A program that says hello and writes down that it ran."""
    return saying(f"open({str(file)!r}, 'a').write({word!r}); print('hello')")


def test_both_run_in_turn_and_the_first_pair_counts_for_nothing(tmp_path: Path) -> None:
    notes = tmp_path / "notes"
    turns = take_turns(noting(notes, "o"), noting(notes, "t"), words=("hello",), pairs=2)
    assert notes.read_text() == "to" + "ot" + "to"
    assert (len(turns.ours), len(turns.theirs)) == (2, 2)
    assert all(0 < run["hello"] <= run[END] for run in turns.ours + turns.theirs)


@pytest.mark.parametrize("code", ["print('hi')", "print('hello'); raise SystemExit(3)"])
def test_a_start_that_fails_or_says_too_little_is_told(code: str) -> None:
    with pytest.raises(ProbeFailed, match=r"^(hi|hello)\nend$"):
        take_turns(saying(code), saying(code), words=("hello",), pairs=1)


def test_the_figure_has_medians_and_how_much_pairs_differ() -> None:
    ours, theirs = (
        [{"people": ms} for ms in run] for run in ([90.0, 110.0, 100.0], [100.0, 100.0, 100.0])
    )
    figure = Turns(ours, theirs).figure("start", "people", target=1)
    assert (figure.value, figure.peer_value, figure.met) == (100, 100, True)
    assert figure.what == "start (half of the pairs: 0.90–1.10)"
