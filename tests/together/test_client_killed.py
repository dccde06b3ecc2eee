"""The PC dies, or its disk is full, while it takes an answer in: all of it is kept, or nothing."""

from __future__ import annotations

import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import pytest

from desktop.exits import Exit
from tests.together.behaviours import drop_reply
from tests.together.city import BUDI, SITI
from tests.together.commands import environment
from tests.together.ledger import assert_agree
from tests.together.meddler import pass_on

if TYPE_CHECKING:
    from lessons.catalogue import Catalogue
    from lessons.course import Course, Quiz
    from tests.together.city import City
    from tests.together.conftest import MakePc
    from tests.together.meddler import Line, Meddler
    from tests.together.pc import Pc

_NEWS = 250
"""Records of others in one answer: taking them in needs many pages on disk."""
_WAITING = 3
_KILLS = 6
_LONGEST_SECONDS = 0.3
_FULL_AT_BYTES = 96 * 1024
_SYNC = [sys.executable, "-m", "desktop", "sync"]
_SYNC_ON_A_FULL_DISK = [
    sys.executable,
    "-c",
    f"import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, ({_FULL_AT_BYTES},) * 2); "
    "from desktop.__main__ import main; sys.exit(main(['sync']))",
]
"""No file of this process can grow beyond the limit, which SQLite takes for a full disk."""


@pytest.fixture
def other(make_pc: MakePc, line: Meddler, city: City) -> Pc:
    """Another PC of the office."""
    made = make_pc("other")
    made.enrol(line.address, city.code)
    return made


def test_killed_while_it_takes_an_answer_in(
    *,
    pc: Pc,
    other: Pc,
    line: Meddler,
    city: City,
    course: Course,
    quiz: Quiz,
    catalogue: Catalogue,
) -> None:
    for kill in range(_KILLS):
        before = _prepare(pc, other, course, quiz)
        _sync_and_kill(pc, line, _LONGEST_SECONDS * kill / _KILLS)
        pc.open_again()
        there = len(pc.records())
        assert there in {before, before + _NEWS}, "an answer was kept in part"
        assert pc.unsent() == (_WAITING if there == before else 0)
        pc.sync()
        assert len(pc.records()) == before + _NEWS
        assert_agree(pc, city.server, catalogue)


def test_disk_full_while_it_takes_an_answer_in(
    *,
    pc: Pc,
    other: Pc,
    city: City,
    course: Course,
    quiz: Quiz,
    catalogue: Catalogue,
) -> None:
    before = _prepare(pc, other, course, quiz)
    cursor = pc.store.cursor()
    pc.close()
    done = subprocess.run(
        _SYNC_ON_A_FULL_DISK,
        env=environment(pc.folder),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (Exit.STORE, "")
    assert "Disk penuh" in done.stderr
    pc.open_again()
    assert (len(pc.records()), pc.unsent(), pc.store.cursor()) == (before, _WAITING, cursor)
    pc.sync()
    assert len(pc.records()) == before + _NEWS
    assert_agree(pc, city.server, catalogue)


def test_killed_before_it_has_an_answer(
    *, pc: Pc, line: Meddler, city: City, course: Course, catalogue: Catalogue
) -> None:
    pc.read(pc.person(BUDI), course, times=_WAITING)
    pc.close()
    delivered = threading.Event()

    def swallow(line: Line) -> None:
        drop_reply(line)
        process.kill()
        delivered.set()

    line.behave(swallow)
    process = subprocess.Popen(_SYNC, env=environment(pc.folder))
    assert process.wait() < 0
    assert delivered.is_set()
    line.behave(pass_on)
    pc.open_again()
    assert pc.unsent() == _WAITING
    pc.sync()
    assert_agree(pc, city.server, catalogue)


def _prepare(pc: Pc, other: Pc, course: Course, quiz: Quiz) -> int:
    """News for the PC on the server, and results that wait; gives how many records it has."""
    other.read(other.person(SITI), course, times=_NEWS - 1)
    other.take(other.person(SITI), course, quiz, seed=other.store.last_seq())
    other.sync()
    for number in range(_WAITING):
        pc.take(pc.person(BUDI), course, quiz, seed=number, claim=100)
    return len(pc.records())


def _sync_and_kill(pc: Pc, line: Meddler, seconds: float) -> None:
    """Kill a real ``bina-asn sync`` so long after the answer has been given to it."""
    pc.close()
    killers: list[threading.Timer] = []

    def give_and_kill(line: Line) -> None:
        answer = line.forward()
        killers.append(threading.Timer(seconds, process.kill))
        killers[0].start()
        line.answer(answer)

    line.behave(give_and_kill)
    process = subprocess.Popen(_SYNC, env=environment(pc.folder), stdout=subprocess.DEVNULL)
    process.wait()
    killers[0].join()
    line.behave(pass_on)
