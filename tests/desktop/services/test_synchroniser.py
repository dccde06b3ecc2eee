from __future__ import annotations

import os
import threading
from datetime import UTC, datetime
from random import Random
from typing import TYPE_CHECKING

import pytest
from PySide6.QtNetwork import QNetworkInformation

from desktop.joining import UNPLANNED, Joining
from desktop.machine_settings import MachineSettings
from desktop.services.backend import Backend
from desktop.services.synchroniser import Synchroniser
from desktop.services.worker import Worker
from desktop.storage.store import Store
from desktop.sync.client import HttpTransport, Transport
from desktop.sync.errors import SyncError
from desktop.sync.wire import Answer
from lessons.exchange.envelope import digest, open_envelope, split
from lessons.exchange.messages import EnrolAnswer, EnrolRequest, Refusal, Reply
from lessons.records import to_json
from tests.desktop.desk import BUDI, PLACE, SITI, fill

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

CODE = "K7QM2F9X"


def now() -> datetime:
    return datetime(2026, 11, 24, 3, 0, tzinfo=UTC)


class Server(Transport):
    """Takes everything, as the server does, without a line; waits while its gate is shut."""

    def __init__(self, store: Callable[[], Store]) -> None:
        self._store = store
        self.rounds = 0
        self.enrolments = 0
        self.refusal = ""
        self.gate = threading.Event()
        self.gate.set()

    def post(self, url: str, body: bytes, content_type: str) -> Answer:
        assert self.gate.wait(10)
        if url.endswith("/enrol"):
            return self._enrol(body)
        self.rounds += 1
        key = self._store().signing_key().verify_key
        parcel = open_envelope(split(body), key)
        accepted = ((1, parcel.last),) if parcel.last else ()
        return _answer(Reply(parcel=digest(body), cursor=9, accepted=accepted))

    def _enrol(self, body: bytes) -> Answer:
        import msgspec

        self.enrolments += 1
        if self.refusal:
            return _answer(Refusal(self.refusal, "Tidak."), 409)
        request = msgspec.json.decode(body, type=EnrolRequest)
        return _answer(EnrolAnswer(request.device, PLACE.unit, PLACE.unit_name, PLACE.organisation))


def _answer(message: object, status: int = 200) -> Answer:
    return Answer(status, "application/json", to_json(message), 0, 0)


class Line:
    """A synchroniser with its workers on a real store."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.unhandled: list[Exception] = []
        self.database = Worker("database", self.unhandled.append)
        self.network = Worker("network", self.unhandled.append)
        self.backend = Backend(self.database, lambda: Store.open(folder, now, os.urandom))
        self.server = Server(self.backend.store)
        self.transport: Transport = self.server
        settings = MachineSettings(server=PLACE.server, code=CODE, unit=PLACE.unit)
        self.synchroniser = Synchroniser(
            self.backend,
            self.network,
            lambda: self.transport,
            now,
            Random(1),
            Joining(settings, "Loket 1"),
        )

    def open(self) -> None:
        with self.qtbot.waitSignal(self.synchroniser.state_changed):
            self.backend.start()

    def learn(self) -> None:
        self.backend.run(lambda store: store.finish_lesson(SITI.id, "ASN-05", 1, "asn-05-01", 60))

    def wait(self, condition: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(condition, timeout=10_000)

    def is_quiet(self, unsent: int) -> bool:
        state = self.synchroniser.state
        return state is not None and state.unsent == unsent and not self.synchroniser.is_running

    def was_synced(self) -> bool:
        state = self.synchroniser.state
        return state is not None and state.last_success == now()

    def close(self) -> None:
        self.server.gate.set()
        self.synchroniser.stop()
        self.backend.close()
        assert self.database.stop(10_000)
        assert self.network.stop(10_000)


@pytest.fixture
def line(qtbot: QtBot, tmp_path: Path) -> Iterator[Line]:
    fill(tmp_path, SITI, BUDI)
    made = Line(tmp_path, qtbot)
    yield made
    made.close()
    assert made.unhandled == []


@pytest.fixture
def enrolled(line: Line, tmp_path: Path) -> Line:
    store = Store.open(tmp_path, now, os.urandom)
    store.keep_enrolment(PLACE)
    store.close()
    line.open()
    line.wait(lambda: line.server.rounds == 1 and line.is_quiet(0) and line.was_synced())
    return line


def test_a_pc_without_an_office_asks_nobody(line: Line) -> None:
    line.open()
    line.learn()
    line.wait(lambda: line.is_quiet(1))
    line.synchroniser.sync_now()
    assert not line.synchroniser.is_running
    assert line.server.rounds == 0


def test_enrolling_brings_the_place_and_the_first_round(line: Line) -> None:
    line.open()
    line.learn()
    done: list[object] = []
    operation = line.synchroniser.enrol(PLACE.server, CODE, "Loket 1", "", line.backend)
    operation.success(done.append)
    line.wait(lambda: line.is_quiet(0) and line.was_synced() and bool(done))
    assert done == [PLACE]
    assert line.synchroniser.state is not None
    assert line.synchroniser.state.enrolment == PLACE


def test_enrolment_that_fails_changes_nothing(line: Line) -> None:
    line.open()
    line.transport = HttpTransport()
    failures: list[Exception] = []
    operation = line.synchroniser.enrol(PLACE.server, CODE, "Loket 1", "", line.backend)
    operation.failure(failures.append)
    line.wait(lambda: bool(failures))
    assert isinstance(failures[0], SyncError)
    assert line.synchroniser.state is not None
    assert line.synchroniser.state.enrolment is None


def test_a_pc_joins_by_its_settings_and_fetches_its_people(line: Line) -> None:
    joined: list[object] = []
    line.synchroniser.joined.connect(joined.append)
    line.open()
    assert line.server.enrolments == 0
    line.synchroniser.join()
    line.wait(lambda: line.is_quiet(0) and line.was_synced())
    assert joined == [PLACE]
    rounds = line.server.rounds
    line.synchroniser.join()
    line.wait(lambda: line.server.rounds > rounds and line.is_quiet(0))
    assert line.server.enrolments == 1


def test_joining_waits_for_a_line(line: Line) -> None:
    line.open()
    line.transport = HttpTransport()
    line.synchroniser.join()
    line.wait(lambda: line.synchroniser._failures == 1)
    assert line.synchroniser._timer.isActive()
    line.transport = line.server
    line.synchroniser._hear(QNetworkInformation.Reachability.Online)
    line.wait(lambda: line.is_quiet(0) and line.was_synced())
    assert line.synchroniser._failures == 0


def test_a_busy_server_is_asked_again_to_join(line: Line) -> None:
    line.server.refusal = "too-many-tries"
    line.open()
    line.synchroniser.join()
    line.wait(lambda: line.synchroniser._failures == 1)
    line.server.refusal = ""
    line.synchroniser.sync_now()
    line.wait(lambda: line.is_quiet(0) and line.was_synced())


def test_what_is_refused_is_told_and_not_tried_again(line: Line, qtbot: QtBot) -> None:
    line.server.refusal = "code-expired"
    line.open()
    with qtbot.waitSignal(line.synchroniser.join_refused) as told:
        line.synchroniser.join()
    assert told.args is not None
    assert told.args[0].code == "code-expired"
    line.synchroniser.sync_now()
    line.synchroniser.join()
    line.wait(lambda: line.is_quiet(0))
    seen: list[bool] = []
    line.synchroniser.is_new(line.backend).success(seen.append)
    line.wait(lambda: bool(seen))
    assert line.server.enrolments == 1


def test_there_is_a_round_at_start(enrolled: Line) -> None:
    assert enrolled.synchroniser.state is not None
    assert enrolled.synchroniser.state.last_success == now()


def test_a_new_record_goes_at_once(enrolled: Line) -> None:
    enrolled.learn()
    enrolled.wait(lambda: enrolled.server.rounds >= 2 and enrolled.is_quiet(0))


def test_a_record_made_during_a_round_goes_in_the_next(enrolled: Line) -> None:
    enrolled.server.gate.clear()
    enrolled.synchroniser.sync_now()
    enrolled.learn()
    enrolled.wait(
        lambda: enrolled.synchroniser.state is not None and enrolled.synchroniser.state.unsent == 1
    )
    assert enrolled.synchroniser.is_running
    enrolled.server.gate.set()
    enrolled.wait(lambda: enrolled.is_quiet(0))


def test_asking_ten_times_during_a_round_makes_one_more(enrolled: Line) -> None:
    enrolled.server.gate.clear()
    for _ in range(10):
        enrolled.synchroniser.sync_now()
    enrolled.server.gate.set()
    enrolled.wait(lambda: enrolled.server.rounds == 3 and enrolled.is_quiet(0))


def test_without_a_line_the_reason_is_kept_and_nothing_is_lost(enrolled: Line) -> None:
    enrolled.transport = HttpTransport()
    enrolled.learn()
    state = enrolled.synchroniser
    enrolled.wait(lambda: enrolled.is_quiet(1) and bool(state.state and state.state.last_error))
    enrolled.transport = enrolled.server
    enrolled.synchroniser.sync_now()
    enrolled.wait(lambda: enrolled.is_quiet(0) and not (state.state and state.state.last_error))


def test_the_network_that_returns_is_used_at_once(enrolled: Line) -> None:
    enrolled.synchroniser.watch_network()
    enrolled.synchroniser._hear(QNetworkInformation.Reachability.Local)
    assert not enrolled.synchroniser.is_running
    enrolled.synchroniser._hear(QNetworkInformation.Reachability.Online)
    assert enrolled.synchroniser.is_running
    enrolled.wait(lambda: enrolled.server.rounds == 2 and enrolled.is_quiet(0))


def test_what_waits_can_be_listed(line: Line) -> None:
    line.open()
    line.learn()
    seen: list[int] = []
    line.synchroniser.waiting(line.backend).success(lambda found: seen.append(len(found.unsent)))
    line.wait(lambda: seen == [1])


def test_putting_enrolment_off_is_remembered(qtbot: QtBot, tmp_path: Path) -> None:
    line = Line(tmp_path, qtbot)
    line.synchroniser.joining = UNPLANNED
    line.open()
    seen: list[bool] = []
    line.synchroniser.is_new(line.backend).success(seen.append)
    line.synchroniser.put_off()
    line.synchroniser.is_new(line.backend).success(seen.append)
    line.wait(lambda: seen == [True, False])
    line.close()


def test_nobody_is_asked_where_the_settings_are_enough(qtbot: QtBot, tmp_path: Path) -> None:
    line = Line(tmp_path, qtbot)
    line.open()
    seen: list[bool] = []
    line.synchroniser.is_new(line.backend).success(seen.append)
    line.wait(lambda: seen == [False])
    line.close()


def test_a_broken_store_is_not_taken_for_a_bad_line(enrolled: Line, qtbot: QtBot) -> None:
    closed: list[None] = []
    enrolled.backend.close().success(closed.append)
    enrolled.wait(lambda: bool(closed))
    with qtbot.captureExceptions() as raised:
        enrolled.synchroniser.sync_now()
        enrolled.wait(lambda: not enrolled.synchroniser.is_running)
    assert len(raised) == 1
