"""Keeps the PC in step with its server, whenever there is a line and without being asked."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.joining import UNPLANNED, Joining, is_final
from desktop.storage.model import Change, Enrolment, KeptRecord, SyncState
from desktop.sync.backoff import pause
from desktop.sync.errors import SyncError
from lessons.records import Record

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from random import Random

    from PySide6.QtNetwork import QNetworkInformation

    from desktop.services.backend import Backend
    from desktop.services.operations import Operation
    from desktop.services.worker import Worker
    from desktop.storage.store import Store
    from desktop.sync.client import Transport
    from lessons.exchange.messages import Office

USUAL_PAUSE = 15 * 60
"""Seconds between rounds when all goes well and nothing new was made."""

SHOWN_MOST = 20
"""Of the waiting records, how many are listed for people."""

_log = logging.getLogger(__name__)
_PUT_OFF = "enrolment_put_off"
_SHOWN = frozenset({Change.RECORDS, Change.SYNC})


@dataclass(frozen=True, slots=True)
class Waiting:
    """What the server does not have.

    Attributes:
        unsent: The first ``SHOWN_MOST`` records on their way, by their numbers.
        rejected: Records that the server refused, with reasons.
    """

    unsent: tuple[Record, ...]
    rejected: tuple[KeptRecord, ...]


class Synchroniser(QObject):
    """Runs rounds on the network worker: at start, after each new record, and from time to time.

    Attributes:
        joining: What the settings say about the office of this PC.
        state: What waits and when it was last sent; None until the store is open.
        is_running: Whether a round is on its way.

    Signals:
        state_changed(object): A new ``SyncState``.
        running(bool): A round began or ended.
        joined(object): By its settings, the PC now belongs to an office; an ``Enrolment``.
        join_refused(object): It can't, and won't try again; the ``SyncError`` says why.
    """

    state_changed = Signal(object)
    running = Signal(bool)
    joined = Signal(object)
    join_refused = Signal(object)

    def __init__(  # noqa: PLR0913, PLR0917 — the ends of the line, and what varies in tests
        self,
        backend: Backend,
        network: Worker,
        transport: Callable[[], Transport],
        clock: Callable[[], datetime],
        random: Random,
        joining: Joining = UNPLANNED,
    ) -> None:
        """Take what it stands on; ``transport`` is called on the network worker, once a round."""
        super().__init__()
        self.joining = joining
        self.state: SyncState | None = None
        self.is_running = False
        self._backend = backend
        self._network = network
        self._transport = transport
        self._clock = clock
        self._random = random
        self._joins = False
        self._failures = 0
        self._is_wanted = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.sync_now)
        backend.ready.connect(self._refresh)
        backend.changed.connect(self._notice)

    def sync_now(self) -> None:
        """Ask for a round: at once, or right after the one that is on its way."""
        if self.state is None or not (self.state.enrolment or self._joins):
            return
        if self.is_running:
            self._is_wanted = True
            return
        self._set_running(True)
        if self.state.enrolment:
            self._network.submit(self._round, self).success(self._rest).failure(self._fail)
        else:
            self._network.submit(self._join, self).success(self._settle).failure(self._give_up)

    def join(self) -> None:
        """Belong to the office of the settings, as soon as there is a line."""
        self._backend.run(self.joining.may_begin, self).success(self._begin_joining)

    def enrol(
        self, server: str, code: str, name: str, unit: str, owner: QObject
    ) -> Operation[Enrolment]:
        """Make this PC belong to an office; the roster follows by a round of its own."""

        def job() -> Enrolment:
            from desktop.sync.enrol import enrol

            return enrol(self._backend.store(), self._transport(), server, code, name, unit)

        return self._network.submit(job, owner)

    def offices(self, server: str, code: str, owner: QObject) -> Operation[tuple[Office, ...]]:
        """Ask which offices a code may serve."""

        def job() -> tuple[Office, ...]:
            from desktop.sync.enrol import offices

            return offices(self._backend.store(), self._transport(), server, code)

        return self._network.submit(job, owner)

    def is_new(self, owner: QObject) -> Operation[bool]:
        """Whether this PC belongs to no office, won't join by itself, and nobody put that off."""

        def job(store: Store) -> bool:
            is_apart = store.enrolment() is None and store.setting(_PUT_OFF) is None
            return is_apart and not self.joining.may_begin(store)

        return self._backend.run(job, owner)

    def put_off(self) -> None:
        """Don't offer enrolment at the next start; the sign-in page still does."""
        self._backend.run(lambda store: store.keep_setting(_PUT_OFF, "1"))

    def accept_machine(self) -> None:
        """The disk was moved on purpose: warn no more."""
        self._backend.run(lambda store: store.accept_machine())

    def waiting(self, owner: QObject) -> Operation[Waiting]:
        """List what the server does not have."""
        return self._backend.run(
            lambda store: Waiting(store.unsent(SHOWN_MOST), store.rejected()), owner
        )

    def watch_network(self) -> None:
        """Ask for a round at once when the system says that the network is back."""
        from PySide6.QtNetwork import QNetworkInformation

        wanted = QNetworkInformation.Feature.Reachability
        if QNetworkInformation.loadBackendByFeatures(wanted):
            QNetworkInformation.instance().reachabilityChanged.connect(self._hear)

    def stop(self) -> None:
        """Begin no further round."""
        self._timer.stop()
        self._backend.changed.disconnect(self._notice)

    def _round(self) -> None:
        from desktop.sync.round import sync_once

        sync_once(self._backend.store(), self._transport(), self._clock)

    def _join(self) -> Enrolment:
        return self.joining.run(self._backend.store(), self._transport())

    def _begin_joining(self, may_begin: bool) -> None:
        self._joins = may_begin
        self.sync_now()

    def _settle(self, enrolment: Enrolment) -> None:
        self._joins = False
        self._rest(None)
        self.joined.emit(enrolment)

    def _give_up(self, error: Exception) -> None:
        if not is_final(error):
            self._fail(error)
            return
        self._joins = False
        self._end(USUAL_PAUSE)
        self.join_refused.emit(error)

    def _notice(self, changes: frozenset[Change]) -> None:
        if changes & _SHOWN:
            self._refresh()

    def _refresh(self) -> None:
        self._backend.run(lambda store: store.sync_state(), self).success(self._take)

    def _take(self, state: SyncState) -> None:
        before, self.state = self.state, state
        self.state_changed.emit(state)
        if _is_news(before, state):
            self.sync_now()

    def _hear(self, reachability: QNetworkInformation.Reachability) -> None:
        if reachability.name == "Online":
            self.sync_now()

    def _rest(self, _: None) -> None:
        self._failures = 0
        self._end(USUAL_PAUSE)

    def _fail(self, error: Exception) -> None:
        if isinstance(error, SyncError):
            _log.info("no sync: %s %s", type(error).__name__, error.details)
        self._failures += 1
        self._end(pause(self._failures, self._random))
        if not isinstance(error, SyncError):
            raise error

    def _end(self, seconds: float) -> None:
        self._set_running(False)
        self._timer.start(int(seconds * 1000))
        if self._is_wanted:
            self._is_wanted = False
            self.sync_now()

    def _set_running(self, is_running: bool) -> None:
        self.is_running = is_running
        self.running.emit(is_running)


def _is_news(before: SyncState | None, now: SyncState) -> bool:
    if before is None:
        return True
    return now.unsent > before.unsent or now.enrolment != before.enrolment
