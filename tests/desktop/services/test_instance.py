from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop.services.instance import Instance

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

ROOT = Path(__file__).parents[3]
Hold = Callable[..., subprocess.Popen[str]]


@pytest.fixture
def hold(tmp_path: Path) -> Iterator[Hold]:
    """Starts another program that holds the folder."""
    running: list[subprocess.Popen[str]] = []

    def start(listens: bool = True) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "tests.desktop.services.holder", str(tmp_path)]
        other = subprocess.Popen(
            [*command, "listen" if listens else "deaf"],
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        )
        running.append(other)
        assert _line(other) == "claimed"
        if listens:
            assert _line(other) == "listening"
        return other

    yield start
    for other in running:
        other.kill()
        other.wait()
        assert other.stdout is not None
        other.stdout.close()


def _line(other: subprocess.Popen[str]) -> str:
    assert other.stdout is not None
    return other.stdout.readline().strip()


def test_a_second_program_is_refused_and_the_first_hears_of_it(
    hold: Hold,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    other = hold()
    second = Instance(tmp_path)
    assert not second.claim()
    assert second.knock()
    assert _line(other) == "knocked"


def test_to_be_closed_is_another_wish(hold: Hold, tmp_path: Path, qtbot: QtBot) -> None:
    other = hold()
    second = Instance(tmp_path)
    assert not second.claim()
    assert second.holder() == other.pid
    assert second.ask_to_quit()
    assert _line(other) == "quit wanted"
    assert second.knock()
    assert _line(other) == "knocked"


def test_what_a_killed_program_left_behind_counts_for_nothing(
    hold: Hold, tmp_path: Path, qtbot: QtBot
) -> None:
    other = hold()
    other.kill()
    other.wait()
    next_one = Instance(tmp_path)
    assert next_one.claim()
    next_one.listen()
    with qtbot.waitSignal(next_one.knocked):
        assert Instance(tmp_path).knock()
    next_one.release()


ELSEWHERE = b"1\nbina-asn\nPC-LAMA\n00000000000000000000000000000000\n00000000-0000-0000-0000-0\n"
"""The lock of a program that ran on another machine when its disk was cloned."""


@pytest.mark.parametrize("torn", [b"", bytes(90), b"bukan kunci", ELSEWHERE])
def test_a_lock_torn_by_a_power_cut_counts_for_nothing(
    tmp_path: Path, qtbot: QtBot, torn: bytes
) -> None:
    (tmp_path / "bina-asn.lock").write_bytes(torn)
    first = Instance(tmp_path)
    assert first.claim()
    (tmp_path / "bina-asn.lock").write_bytes(torn)
    assert not Instance(tmp_path).claim()
    first.release()


def test_a_program_that_does_not_answer_is_somebody_elses(
    hold: Hold,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    hold(listens=False)
    second = Instance(tmp_path)
    assert not second.claim()
    assert not second.knock()


def test_the_folder_is_made_and_given_free(tmp_path: Path, qtbot: QtBot) -> None:
    folder = tmp_path / "baru" / "data"
    first, second = Instance(folder), Instance(folder)
    assert first.claim()
    assert folder.is_dir()
    assert not second.claim()
    first.release()
    assert second.claim()
    second.release()


def test_a_folder_that_cannot_be_written_is_left_to_the_store(
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    (tmp_path / "berkas").write_text("bukan folder")
    assert Instance(tmp_path / "berkas" / "data").claim()
