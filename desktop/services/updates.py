"""Looks for a new version when somebody asks, and never by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.sync.errors import NotEnrolled

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QObject

    from desktop.services.backend import Backend
    from desktop.services.operations import Operation
    from desktop.services.worker import Worker
    from desktop.updates.stick import Update


class Updates:
    """What ``bina-asn check-update`` does, off the main thread; fails with the same errors."""

    def __init__(self, backend: Backend, network: Worker, data: Path) -> None:
        """Take the store, the worker on which requests are made, and the data folder."""
        self._backend = backend
        self._network = network
        self._data = data

    def look_at(self, path: Path, owner: QObject) -> Operation[Update]:
        """Verify an installer that somebody chose."""

        def job() -> Update:
            from desktop.updates.stick import look_at
            from desktop.updates.trust import this_machine

            return look_at(path, this_machine(self._data))

        return self._network.submit(job, owner)

    def ask_server(self, owner: QObject) -> Operation[Update]:
        """Fetch what the server has, if it is newer."""
        return self._network.submit(self._fetch, owner)

    def start(self, update: Update, owner: QObject) -> Operation[str]:
        """Verify a copy of our own and start it; says what was done or is left to do."""

        def job() -> str:
            from desktop.updates.starting import copy_apart, start

            return start(copy_apart(update))

        return self._network.submit(job, owner)

    def _fetch(self) -> Update:
        from desktop.sync.client import HttpTransport
        from desktop.updates.server import PATIENCE, fetch_update
        from desktop.updates.trust import this_machine

        place = self._backend.store().enrolment()
        if place is None:
            raise NotEnrolled
        line = HttpTransport(PATIENCE)
        return fetch_update(place.server, line, this_machine(self._data), self._data)
