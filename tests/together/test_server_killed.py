"""The server dies at any moment of an intake: what it acknowledged is there, nothing is half."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

import pytest

from desktop.sync.errors import SyncError
from tests.together.city import BUDI
from tests.together.ledger import assert_agree, entries
from tests.together.meddler import pass_on

if TYPE_CHECKING:
    from collections.abc import Callable

    from lessons.catalogue import Catalogue
    from lessons.course import Course, Quiz
    from tests.together.city import City
    from tests.together.conftest import MakePc
    from tests.together.meddler import Behaviour, Line, Meddler
    from tests.together.pc import Pc
    from tests.together.server_process import Server

_RECORDS = 200
_ATTEMPTS = 10
_CUTS = 3
_KILLS = 6


@pytest.fixture
def busy(make_pc: MakePc, own_line: Meddler, own_city: City, course: Course, quiz: Quiz) -> Pc:
    """A PC with so many records waiting that their intake takes a while."""
    pc = make_pc()
    pc.enrol(own_line.address, own_city.code)
    _work(pc, course, quiz)
    return pc


def test_killed_with_a_part_of_the_request(
    busy: Pc, own_line: Meddler, own_city: City, catalogue: Catalogue
) -> None:
    server = own_city.server
    for part in range(_CUTS):
        own_line.behave(_kill_after_part(server, part / _CUTS))
        _fail(busy)
        server.start()
        assert entries(server, busy.store.device_id()) == []
    _heal(busy, own_line, server, catalogue)


def test_killed_after_commit_and_before_the_reply(
    busy: Pc, own_line: Meddler, own_city: City, catalogue: Catalogue
) -> None:
    def kill(line: Line) -> None:
        line.forward()
        own_city.server.kill()

    own_line.behave(kill)
    _fail(busy)
    own_city.server.start()
    assert len(entries(own_city.server, busy.store.device_id())) == busy.unsent()
    _heal(busy, own_line, own_city.server, catalogue)


def test_killed_all_through_an_intake(
    *,
    busy: Pc,
    own_line: Meddler,
    own_city: City,
    course: Course,
    quiz: Quiz,
    catalogue: Catalogue,
) -> None:
    server = own_city.server
    usual = _seconds(busy.sync)
    for kill in range(_KILLS):
        taken = len(busy.made_here())
        _work(busy, course, quiz)
        answers: list[bytes] = []
        own_line.behave(_kill_in(server.kill, usual * kill / _KILLS, answers))
        _fail(busy)
        server.start()
        there = len(entries(server, busy.store.device_id()))
        assert there in {taken, taken + busy.unsent()}, "a parcel was kept in part"
        if answers:
            assert there == taken + busy.unsent(), "a reply went out before the commit"
        _heal(busy, own_line, server, catalogue)


def _work(pc: Pc, course: Course, quiz: Quiz) -> None:
    budi = pc.person(BUDI)
    first = len(pc.made_here())
    for seed in range(first, first + _ATTEMPTS):
        pc.take(budi, course, quiz, seed=seed)
    pc.read(budi, course, times=_RECORDS - _ATTEMPTS)


def _kill_after_part(server: Server, share: float) -> Behaviour:
    def behaviour(line: Line) -> None:
        line.push(line.request[: int(len(line.request) * share)])
        server.kill()

    return behaviour


def _kill_in(kill: Callable[[], None], seconds: float, answers: list[bytes]) -> Behaviour:
    """Deliver the request and kill the server in a while, also when it has answered by then."""

    def behaviour(line: Line) -> None:
        killer = threading.Timer(seconds, kill)
        killer.start()
        try:
            answers.append(line.forward())
        finally:
            killer.join()

    return behaviour


def _seconds(job: Callable[[], object]) -> float:
    started = time.monotonic()
    job()
    return time.monotonic() - started


def _fail(pc: Pc) -> None:
    unsent = pc.unsent()
    with pytest.raises(SyncError):
        pc.sync()
    assert pc.unsent() == unsent


def _heal(pc: Pc, line: Meddler, server: Server, catalogue: Catalogue) -> None:
    line.behave(pass_on)
    pc.sync()
    assert_agree(pc, server, catalogue)
