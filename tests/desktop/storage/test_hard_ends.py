"""What is acknowledged stays, whatever ends the program; who writes beside us does no harm."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
from contextlib import closing, contextmanager
from itertools import repeat
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

import pytest

from desktop.storage.errors import StoreUnavailable
from desktop.storage.model import Change
from desktop.storage.opening import FILE_NAME
from lessons.records import AttemptFinished
from tests.desktop.storage import answering
from tests.desktop.stores import finish_quiz, leave_pages, open_store

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.storage.store import Store

resource = pytest.importorskip("resource", reason="limits and signals of POSIX")
ROOT = Path(__file__).parents[3]


def start(module: str, *words: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", f"tests.desktop.storage.{module}", *words]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def kill_after(lines: int, folder: Path) -> list[list[str]]:
    """Everything that was acknowledged until the program was killed, in the middle of its work."""
    with start("answering", str(folder)) as program:
        assert program.stdout
        said = [program.stdout.readline() for _ in range(lines)]
        program.send_signal(signal.SIGKILL)
        said += program.stdout.readlines()
    assert program.returncode == -signal.SIGKILL
    return [line.split() for line in said if line.endswith("\n")]


@pytest.mark.parametrize("lines", [1, 2, 5, 6, 7, 13, 40])
def test_no_acknowledged_answer_is_lost_by_a_kill(tmp_path: Path, lines: int) -> None:
    said = kill_after(lines, tmp_path)
    store = open_store(tmp_path, seed=2)
    draft = store.open_attempt(answering.PERSON, answering.QUIZ)
    bodies = {kept.record.id: kept.record.body for kept in store.records(answering.PERSON)}
    kept = {} if draft is None else {(draft.seed, question): a for question, a in draft.answers}
    for body in bodies.values():
        assert isinstance(body, AttemptFinished)
        kept |= {(body.seed, question): answer for question, answer in body.answers}
    store.close()
    for kind, name, question, turn in said:
        if kind == "answer":
            assert kept[(int(turn), question)] == turn
        else:
            assert UUID(name) in bodies
    assert len(kept) <= sum(words[0] == "answer" for words in said) + 1


def test_numbers_have_no_gap_after_a_kill(tmp_path: Path) -> None:
    for lines in (7, 8, 9):
        kill_after(lines, tmp_path / str(lines))
        store = open_store(tmp_path / str(lines), seed=2)
        numbers = [record.seq for record in store.unsent(1000)]
        assert numbers == list(range(1, store.last_seq() + 1))
        store.close()


def test_programs_that_start_and_write_at_once_share_numbers_without_gap(tmp_path: Path) -> None:
    programs = [start("finishing", str(tmp_path), "60", str(number)) for number in range(3)]
    devices = {program.communicate()[0] for program in programs}
    assert [program.returncode for program in programs] == [0, 0, 0]
    assert len(devices) == 1
    store = open_store(tmp_path)
    assert [record.seq for record in store.unsent(1000)] == list(range(1, 3 * 61 + 1))
    assert {record.device for record in store.unsent(1000)} == {store.device_id()}
    store.close()


@contextmanager
def no_file_above(size: int) -> Iterator[None]:
    """No file may grow above so many bytes: a disk that is full in the middle of a write."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def fill(store: Store, person: UUID) -> None:
    """Work until the disk is full."""
    with pytest.raises(StoreUnavailable, match="Disk penuh"):
        _work_for_ever(store, person)


def _work_for_ever(store: Store, person: UUID) -> None:
    for _ in repeat(None):
        finish_quiz(store, person, "asn-99-penuh")


@pytest.mark.parametrize("room", [1, 5000, 30_000, 100_000])
def test_a_disk_that_fills_up_costs_nothing_that_was_acknowledged(
    store: Store, siti: UUID, tmp_path: Path, room: int
) -> None:
    finish_quiz(store, siti)
    size = max(path.stat().st_size for path in tmp_path.iterdir())
    made: list[Change] = []
    store.on_change(made.extend)
    with no_file_above(size + room):
        fill(store, siti)
    last = made.count(Change.RECORDS) + 1
    assert finish_quiz(store, siti, "asn-99-lagi").seq == last + 1
    store.close()
    again = open_store(tmp_path)
    assert [record.seq for record in again.unsent(10_000)] == list(range(1, last + 2))
    again.close()


def test_a_full_database_is_told_as_a_full_disk(store: Store, siti: UUID) -> None:
    leave_pages(store, 2)
    fill(store, siti)
    numbers = [record.seq for record in store.unsent(10_000)]
    assert numbers == list(range(1, store.last_seq() + 1))


def test_a_first_start_on_a_full_disk_leaves_a_folder_that_can_start_later(
    tmp_path: Path,
) -> None:
    with no_file_above(2000), pytest.raises(StoreUnavailable, match="Disk penuh"):
        open_store(tmp_path)
    store = open_store(tmp_path)
    assert store.last_seq() == 0
    store.close()


def test_a_first_start_that_was_cut_off_begins_again(tmp_path: Path) -> None:
    first = tmp_path / "dulu"
    first.mkdir()
    with closing(sqlite3.connect(first / FILE_NAME, isolation_level=None)) as file:
        file.executescript("PRAGMA cache_size = 1; BEGIN; CREATE TABLE kept (value BLOB)")
        file.executemany("INSERT INTO kept VALUES (?)", [(bytes(4096),)] * 20)
        left = {path.name: path.read_bytes() for path in first.iterdir()}
    for name, content in left.items():
        assert content
        (tmp_path / name).write_bytes(content)
    assert set(left) == {FILE_NAME, f"{FILE_NAME}-journal"}
    store = open_store(tmp_path)
    assert store.last_seq() == 0
    store.close()
