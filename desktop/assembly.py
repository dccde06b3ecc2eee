"""Makes services and pages after the first picture; knows clock, randomness and file system."""

from __future__ import annotations

import logging
import os
import secrets
import socket
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from random import SystemRandom
from typing import TYPE_CHECKING

from desktop import paths
from desktop.joining import Joining
from desktop.machine_settings import SettingsRefused, load_or_usual
from desktop.services.about import About
from desktop.services.backend import Backend
from desktop.services.bundle import Services
from desktop.services.library import Library
from desktop.services.logbook import close_logbook, open_logbook
from desktop.services.messages import Tone
from desktop.services.people import People
from desktop.services.rescue import Rescue
from desktop.services.session import Session
from desktop.services.study import Study
from desktop.services.synchroniser import Synchroniser
from desktop.services.updates import Updates
from desktop.services.worker import Worker
from desktop.sync.machine import OTHER_TITLE, OTHER_WORDS, machine_marks
from desktop.ui.shell import Shell

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from PySide6.QtCore import QCoreApplication

    from desktop.services.messages import Messages
    from desktop.storage.store import Store
    from desktop.sync.client import Transport
    from desktop.ui.main_window import MainWindow
    from desktop.ui.navigator import Navigator
    from desktop.ui.study_area import Page

_COMMIT_MS = 30_000
_REQUEST_MS = 1_500
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Parts:
    """What was made, and how it ends.

    Attributes:
        refused: What is wrong with the settings file; the usual values are in force then.
    """

    services: Services
    rescue: Rescue
    database: Worker
    network: Worker
    logbook: logging.Handler | None
    refused: SettingsRefused | None

    def make_shell(self, window: MainWindow) -> Shell:
        """Put the contents into the window; what is told at the start follows the first page."""
        shell = Shell(window, self.services, self._make_pages, now)
        shell.begun.connect(self._go_on)
        return shell

    def end(self) -> bool:
        """Commit what is queued, then close; see ``Program.end``."""
        self.services.synchroniser.stop()
        self.services.backend.close()
        is_committed = self.database.stop(_COMMIT_MS)
        is_silent = self.network.stop(_REQUEST_MS)
        if self.logbook is not None:
            close_logbook(self.logbook)
        return is_committed and is_silent

    def _go_on(self) -> None:
        state = self.services.synchroniser.state
        if state is not None and state.is_other_machine:
            self.services.messages.tell(OTHER_TITLE, OTHER_WORDS, Tone.WARNING)
        if self.refused is not None:
            self.services.messages.tell_error(self.refused)
        self.services.synchroniser.join()

    def _make_pages(self, navigator: Navigator) -> Mapping[type, Page]:
        # Nobody needs them before sign-in, and the people are to be seen soon.
        from desktop.ui.learning import learning_pages

        return learning_pages(self.services, navigator)


def now() -> datetime:
    """The time by the PC's clock, which may be wrong."""
    return datetime.now(UTC)


def assemble(
    application: QCoreApplication, folder: Path, courses: Path, messages: Messages
) -> Parts:
    """Make all services; nothing is opened yet."""
    logbook = _keep_log(folder)
    database = Worker("database", messages.tell_error)
    network = Worker("network", messages.tell_error)
    backend = Backend(database, lambda: _open_store(folder))
    settings, refused = load_or_usual(paths.settings_file())
    joining = Joining(settings, socket.gethostname())
    session = Session(time.monotonic, settings.lock_minutes)
    session.watch(application)
    library = Library(database, courses, folder, settings.city_key)
    services = Services(
        backend=backend,
        people=People(backend, asks_code=settings.activation),
        session=session,
        library=library,
        study=Study(backend, session, library, now, lambda: secrets.randbits(32)),
        synchroniser=Synchroniser(backend, network, _transport, now, SystemRandom(), joining),
        messages=messages,
        about=About(database, folder),
        updates=Updates(backend, network, folder),
    )
    return Parts(services, Rescue(database, folder), database, network, logbook, refused)


def _keep_log(folder: Path) -> logging.Handler | None:
    try:
        return open_logbook(folder)
    except OSError as error:
        # The store will meet the same obstacle, and tell people in its own words.
        _log.info("no log file: %s", error.strerror)
        return None


def _open_store(folder: Path) -> Store:
    from desktop.storage.store import Store

    return Store.open(folder, now, os.urandom, machine_marks())


def _transport() -> Transport:
    from desktop.sync.client import HttpTransport

    return HttpTransport()
