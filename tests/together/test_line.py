"""Whatever a line does to a round: no result lost, none doubled, both sides agree in the end."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop.sync.errors import AnswerBroken, NotReachable, SyncError
from tests.together import behaviours
from tests.together.city import BUDI
from tests.together.http_bytes import make_answer
from tests.together.ledger import assert_agree, entries
from tests.together.meddler import pass_on

if TYPE_CHECKING:
    from lessons.catalogue import Catalogue
    from lessons.course import Course, Quiz
    from tests.together.city import City
    from tests.together.meddler import Behaviour, Line, Meddler
    from tests.together.pc import Pc

_EVERY = 10


@pytest.fixture
def busy(pc: Pc, course: Course, quiz: Quiz) -> Pc:
    """A PC on which somebody has learnt: three records wait."""
    budi = pc.person(BUDI)
    pc.read(budi, course)
    pc.take(budi, course, quiz, seed=1)
    pc.take(budi, course, quiz, seed=2)
    return pc


def test_honest_line(busy: Pc, city: City, catalogue: Catalogue) -> None:
    done = busy.sync()
    assert (done.sent, done.accepted, done.requests) == (3, 3, 1)
    assert_agree(busy, city.server, catalogue)


def test_nothing_to_do_is_one_request(busy: Pc, line: Meddler) -> None:
    busy.sync()
    before = line.counted.requests
    assert busy.sync().requests == 1
    assert line.counted.requests == before + 1


def test_sent_twice(busy: Pc, line: Meddler, city: City, catalogue: Catalogue) -> None:
    line.behave(behaviours.send_twice)
    assert busy.sync().accepted == 3
    assert_agree(busy, city.server, catalogue)


def test_dripping_answer(busy: Pc, line: Meddler, city: City, catalogue: Catalogue) -> None:
    line.behave(behaviours.drip)
    assert busy.sync().accepted == 3
    assert_agree(busy, city.server, catalogue)


def test_reply_lost(busy: Pc, line: Meddler, city: City, catalogue: Catalogue) -> None:
    line.behave(behaviours.drop_reply)
    for _ in range(2):
        with pytest.raises(AnswerBroken):
            busy.sync()
        assert busy.unsent() == 3
        assert len(entries(city.server, busy.store.device_id())) == 3
    _heal(busy, line, city, catalogue)


@pytest.mark.parametrize("lie", behaviours.LIES)
def test_somebody_else_answers(
    lie: str, busy: Pc, line: Meddler, city: City, catalogue: Catalogue
) -> None:
    line.behave(behaviours.say(behaviours.LIES[lie]))
    _fail(busy)
    assert entries(city.server, busy.store.device_id()) == []
    _heal(busy, line, city, catalogue)


@pytest.mark.parametrize("lie", behaviours.LIES)
def test_somebody_else_answers_in_the_servers_place(
    lie: str, busy: Pc, line: Meddler, city: City, catalogue: Catalogue
) -> None:
    line.behave(behaviours.deliver_but_say(behaviours.LIES[lie]))
    _fail(busy)
    assert len(entries(city.server, busy.store.device_id())) == 3
    _heal(busy, line, city, catalogue)


def test_stale_reply_of_an_earlier_parcel(
    busy: Pc, course: Course, line: Meddler, city: City, catalogue: Catalogue
) -> None:
    replies: list[bytes] = []

    def record(line: Line) -> None:
        replies.append(line.forward())
        line.answer(replies[-1])

    line.behave(record)
    busy.sync()
    busy.read(busy.person(BUDI), course)
    line.behave(behaviours.deliver_but_say(replies[0]))
    with pytest.raises(AnswerBroken):
        busy.sync()
    assert busy.unsent() == 1
    _heal(busy, line, city, catalogue)


def test_request_cut_at_every_tenth_byte(
    busy: Pc, line: Meddler, city: City, catalogue: Catalogue
) -> None:
    lengths: list[int] = []

    def refuse(line: Line) -> None:
        lengths.append(len(line.request))

    line.behave(refuse)
    _fail(busy)
    for at in range(0, lengths[0], _EVERY):
        line.behave(behaviours.cut_request(at))
        _fail(busy)
        assert entries(city.server, busy.store.device_id()) == [], f"cut at {at}"
    _heal(busy, line, city, catalogue)


@pytest.mark.expects_log("urllib3.connection: Failed to parse headers")
def test_reply_cut_at_every_tenth_byte(
    *, busy: Pc, course: Course, quiz: Quiz, line: Meddler, city: City, catalogue: Catalogue
) -> None:
    lengths = [1]
    at = 0
    while at < lengths[-1]:
        busy.take(busy.person(BUDI), course, quiz, seed=at, claim=100)
        line.behave(_cut_reply(at, lengths))
        _fail(busy)
        _heal(busy, line, city, catalogue)
        at += _EVERY
    assert lengths[-1] > len(make_answer("200 OK", "application/json", b""))


def test_no_server_at_all(busy: Pc) -> None:
    enrolment = busy.store.enrolment()
    assert enrolment is not None
    busy.store.keep_enrolment(replace(enrolment, server="http://127.0.0.1:1"))
    with pytest.raises(NotReachable) as failure:
        busy.sync()
    assert busy.unsent() == 3
    assert busy.store.sync_state().last_error == failure.value.message


def _cut_reply(at: int, lengths: list[int]) -> Behaviour:
    def behaviour(line: Line) -> None:
        reply = line.forward()
        lengths.append(len(reply))
        line.answer(reply[:at])

    return behaviour


def _fail(pc: Pc) -> None:
    """A round fails, says so in words, and changes nothing."""
    before, unsent = pc.records(), pc.unsent()
    with pytest.raises(SyncError) as failure:
        pc.sync()
    assert failure.value.message
    assert pc.store.sync_state().last_error == failure.value.message
    assert pc.records() == before
    assert pc.unsent() == unsent


def _heal(pc: Pc, line: Meddler, city: City, catalogue: Catalogue) -> None:
    """An honest round brings both sides to agree, and the PC knows that it went well."""
    line.behave(pass_on)
    pc.sync()
    assert pc.store.sync_state().last_error == ""
    assert_agree(pc, city.server, catalogue)
