from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from uuid import UUID

import pytest

from desktop.storage.errors import StoreUnavailable
from desktop.storage.model import Enrolment
from desktop.sync.client import HttpTransport
from desktop.sync.enrol import enrol
from desktop.sync.errors import AnswerBroken, NotEnrolled, NotReachable, ServerTrouble
from desktop.sync.round import MOST_REQUESTS, RoundResult, sync_once
from desktop.sync.wire import Answer
from lessons.exchange.envelope import digest
from lessons.exchange.messages import OtherRecord, Reply, RosterEntry
from lessons.records import LessonFinished, Record, to_json
from tests.desktop.stores import Clock, finish_quiz, leave_pages
from tests.desktop.sync.servers import GoodServer, answering, http, serving

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from desktop.storage.store import Store

ELSEWHERE = UUID(int=77)


class Scripted:
    """A transport that answers parcels as a function says; what was posted is kept."""

    def __init__(self, answer: Callable[[str], Reply]) -> None:
        self.answer = answer
        self.posted: list[bytes] = []

    def post(self, url: str, body: bytes, content_type: str) -> Answer:
        assert url == "https://server/api/v1/sync"
        assert content_type == "application/x-bina-asn"
        self.posted.append(body)
        return Answer(200, "application/json", to_json(self.answer(digest(body))), 10, 20)


@pytest.fixture
def enrolled(store: Store) -> Store:
    store.keep_enrolment(Enrolment("https://server", "14.72.01.1003", "Pangkalan Sesai", "BKPSDM"))
    return store


@pytest.fixture
def good(store: Store, clock: Clock) -> Iterator[GoodServer]:
    server = GoodServer()
    with serving(server) as listening:
        enrol(store, HttpTransport(), listening.address, server.code, "PC loket")
        yield server


def test_a_round_sends_what_waits_in_one_request(
    store: Store, siti: UUID, good: GoodServer, clock: Clock
) -> None:
    made = [finish_quiz(store, siti, f"asn-99-{number}") for number in range(4)]
    done = sync_once(store, HttpTransport(), clock)
    assert (done.sent, done.accepted, done.rejected, done.requests) == (4, 4, 0, 1)
    assert set(good.taken) == {record.id.hex for record in made}
    state = store.sync_state()
    assert (state.unsent, state.last_success, state.last_error) == (0, clock(), "")


def test_a_round_with_nothing_to_say_is_one_small_request(
    store: Store, good: GoodServer, clock: Clock
) -> None:
    done = sync_once(store, HttpTransport(), clock)
    assert (done.sent, done.requests) == (0, 1)
    assert done.bytes_up + done.bytes_down <= 540


def test_a_hundred_and_a_thousand_answers_stay_within_their_budgets(
    store: Store, siti: UUID, good: GoodServer, clock: Clock
) -> None:
    for answers, budget in ((100, 4_000), (1000, 15_000)):
        for number in range(answers // 5):
            attempt = store.begin_attempt(siti, "ASN-99", 1, "asn-99-01", "rev-1", number * 7919)
            drawn = tuple(f"pertanyaan-{(number * step) % 15}" for step in range(5))
            store.finish_attempt(attempt.id, drawn, 60 + number % 40, number % 100)
        done = sync_once(store, HttpTransport(), clock)
        assert (done.accepted, done.requests) == (answers // 5, 1)
        assert done.bytes_up <= budget


def test_what_the_server_tells_is_there_afterwards(
    store: Store, siti: UUID, good: GoodServer, clock: Clock
) -> None:
    body = LessonFinished("ASN-99", 1, "asn-99-01", 60)
    other = OtherRecord(Record(UUID(int=5), siti, ELSEWHERE, 1, clock(), body))
    person = RosterEntry(UUID(int=2), "Budi", "199009132025242014")
    good.tells.append(Reply("0", cursor=5, learners=(person,), records=(other,)))
    assert sync_once(store, HttpTransport(), clock).received == 2
    assert [who.name for who in store.learners()] == ["Budi", "Siti Aminah"]
    assert [kept.record for kept in store.records(siti)] == [other.record]


def test_it_asks_again_while_the_server_has_more(
    store: Store, good: GoodServer, clock: Clock
) -> None:
    for cursor, more in ((5, True), (9, True), (12, False)):
        good.tells.append(Reply("0", cursor=cursor, more=more))
    assert sync_once(store, HttpTransport(), clock).requests == 3
    assert [parcel.cursor for parcel in good.parcels] == [0, 5, 9]
    assert store.cursor() == 12


def test_it_sends_until_nothing_waits(
    enrolled: Store, siti: UUID, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.sync.parcel.MAX_BYTES", 1)
    for number in range(3):
        finish_quiz(enrolled, siti, f"asn-99-{number}")
    transport = Scripted(lambda parcel: Reply(parcel, accepted=((1, 99),)))
    done = sync_once(enrolled, transport, clock)
    assert (done.sent, done.accepted, done.requests) == (3, 3, 3)
    assert (done.bytes_up, done.bytes_down) == (30, 60)


def test_a_record_made_meanwhile_goes_in_the_same_round(
    enrolled: Store, siti: UUID, clock: Clock
) -> None:
    finish_quiz(enrolled, siti)

    def answer(parcel: str) -> Reply:
        if len(transport.posted) == 1:
            finish_quiz(enrolled, siti, "asn-99-sementara")
        return Reply(parcel, accepted=((1, 99),))

    transport = Scripted(answer)
    assert sync_once(enrolled, transport, clock).accepted == 2
    assert enrolled.unsent(10) == ()


def test_a_server_that_takes_nothing_is_not_asked_again(
    enrolled: Store, siti: UUID, clock: Clock
) -> None:
    finish_quiz(enrolled, siti)
    transport = Scripted(lambda parcel: Reply(parcel, more=True))
    assert sync_once(enrolled, transport, clock).requests == 1
    assert enrolled.sync_state().unsent == 1


def test_a_server_that_never_ends_is_left_in_the_end(enrolled: Store, clock: Clock) -> None:
    transport = Scripted(
        lambda parcel: Reply(parcel, cursor=len(transport.posted) % 2 + 1, more=True)
    )
    assert sync_once(enrolled, transport, clock).requests == MOST_REQUESTS


def test_an_answer_to_another_parcel_changes_nothing(
    enrolled: Store, siti: UUID, clock: Clock
) -> None:
    finish_quiz(enrolled, siti)
    transport = Scripted(lambda _: Reply("f" * 16, cursor=9, accepted=((1, 99),)))
    with pytest.raises(AnswerBroken):
        sync_once(enrolled, transport, clock)
    assert (enrolled.cursor(), enrolled.sync_state().unsent) == (0, 1)


def test_a_failed_round_is_told_and_the_next_one_heals_it(
    store: Store, siti: UUID, good: GoodServer, clock: Clock
) -> None:
    sync_once(store, HttpTransport(), clock)
    success = clock()
    finish_quiz(store, siti)
    place = store.enrolment()
    assert place
    clock.turn(hours=1)
    with serving(answering(http(b"", 503))) as broken:
        store.keep_enrolment(Enrolment(broken.address, place.unit, "x", place.organisation))
        with pytest.raises(ServerTrouble):
            sync_once(store, HttpTransport(), clock)
    with pytest.raises(NotReachable):
        sync_once(store, HttpTransport(), clock)
    state = store.sync_state()
    assert (state.unsent, state.last_success, state.last_try) == (1, success, clock())
    assert "tidak dapat dihubungi" in state.last_error
    store.keep_enrolment(place)
    assert sync_once(store, HttpTransport(), clock).accepted == 1
    assert store.sync_state().last_error == ""


def test_a_lost_answer_means_sending_the_same_again(
    store: Store, siti: UUID, good: GoodServer, clock: Clock
) -> None:
    record = finish_quiz(store, siti)
    real = HttpTransport()

    class Losing:
        def post(self, url: str, body: bytes, content_type: str) -> Answer:
            real.post(url, body, content_type)
            raise AnswerBroken

    with pytest.raises(AnswerBroken):
        sync_once(store, Losing(), clock)
    assert store.sync_state().unsent == 1
    assert sync_once(store, real, clock).accepted == 1
    assert [len(parcel.records) for parcel in good.parcels] == [1, 1]
    assert list(good.taken) == [record.id.hex]


def test_no_transaction_is_open_while_the_server_is_asked(
    enrolled: Store, siti: UUID, clock: Clock, tmp_path: Path
) -> None:
    finish_quiz(enrolled, siti)
    busy: list[int] = []

    def answer(parcel: str) -> Reply:
        # Emptying the log is only possible while nobody reads or writes.
        with closing(sqlite3.connect(tmp_path / "bina-asn.db", timeout=0)) as other:
            busy.append(other.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0])
        return Reply(parcel, accepted=((1, 1),))

    sync_once(enrolled, Scripted(answer), clock)
    assert busy == [0]


def test_an_answer_that_can_not_be_kept_is_asked_for_again(
    enrolled: Store, siti: UUID, clock: Clock
) -> None:
    finish_quiz(enrolled, siti)
    people = tuple(RosterEntry(UUID(int=9 + n), "x" * 200, "1" * 18) for n in range(2000))
    transport = Scripted(
        lambda parcel: Reply(parcel, cursor=5, accepted=((1, 1),), learners=people)
    )
    leave_pages(enrolled, 3)
    with pytest.raises(StoreUnavailable):
        sync_once(enrolled, transport, clock)
    assert (enrolled.cursor(), enrolled.sync_state().unsent) == (0, 1)
    assert len(enrolled.learners()) == 1


def test_a_pc_of_no_office_asks_nobody(store: Store, clock: Clock) -> None:
    transport = Scripted(Reply)
    with pytest.raises(NotEnrolled):
        sync_once(store, transport, clock)
    assert transport.posted == []
    assert store.sync_state().last_try is None


def test_a_wrong_clock_is_sent_as_it_is(store: Store, good: GoodServer) -> None:
    long_ago = datetime(1999, 1, 1, tzinfo=UTC)
    sync_once(store, HttpTransport(), lambda: long_ago)
    assert good.parcels[0].clock == long_ago


def test_results_add_up() -> None:
    one = RoundResult(1, 2, 3, 4, 5, 6, 7)
    assert one + one == RoundResult(2, 4, 6, 8, 10, 12, 14)
