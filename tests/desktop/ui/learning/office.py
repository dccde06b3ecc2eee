"""A PC of an office for tests: real store, real courses, real worker threads, the real pages."""

from __future__ import annotations

import gc
import os
import time
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any, TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from desktop.services.about import About
from desktop.services.backend import Backend
from desktop.services.bundle import Services
from desktop.services.library import Library
from desktop.services.messages import Message, Messages
from desktop.services.people import People
from desktop.services.session import Session
from desktop.services.study import Study
from desktop.services.synchroniser import Synchroniser
from desktop.services.updates import Updates
from desktop.services.worker import Worker
from desktop.storage.store import Store
from desktop.sync.client import HttpTransport
from desktop.ui.learning import LearningPage, learning_pages
from desktop.ui.navigator import Destination, QuizResult
from desktop.ui.study_area import StudyArea
from tests.desktop.waiting import Waiting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from desktop.storage.model import Learner
    from lessons.questions.base import Question
    from lessons.records import Record

COURSES = Path(__file__).parents[3] / "courses"
SEED = 7
_LONGEST_CHAIN = 5
T = TypeVar("T")
W = TypeVar("W", bound=QWidget)


def now() -> datetime:
    return datetime(2026, 11, 24, 3, 0, tzinfo=UTC)


class Office(Waiting):
    """The program of one start on a data folder, with a learner signed in."""

    def __init__(self, qtbot: QtBot, folder: Path, courses: Path = COURSES) -> None:
        # Qt's objects must end on this thread, so no worker may collect them (see Collector).
        gc.collect()
        gc.disable()
        self.qtbot = qtbot
        self.told: list[Message] = []
        messages = Messages()
        messages.shown.connect(self.told.append)
        self._database = Worker("database", messages.tell_error)
        self._network = Worker("network", messages.tell_error)
        self.backend = Backend(self._database, lambda: Store.open(folder, now, os.urandom))
        self.session = Session(time.monotonic)
        self.library = Library(self._database, courses, folder)
        self.study = Study(self.backend, self.session, self.library, now, lambda: SEED)
        self.services = Services(
            backend=self.backend,
            people=People(self.backend),
            session=self.session,
            library=self.library,
            study=self.study,
            synchroniser=Synchroniser(
                self.backend, self._network, HttpTransport, now, Random(SEED)
            ),
            messages=messages,
            about=About(self._database, folder),
            updates=Updates(self.backend, self._network, folder),
        )
        self.area: StudyArea | None = None
        self._open()

    def _open(self) -> None:
        with self.qtbot.waitSignals([self.backend.ready, self.library.loaded]):
            self.backend.start()
            self.library.start()
        self.session.sign_in(self.run(_somebody))

    def settle(self) -> None:
        """Wait until what is queued, and what follows from it step by step, is done and shown."""
        for _ in range(_LONGEST_CHAIN):
            self.run(lambda _: None)

    def show(self, destination: Destination, width: int = 1366, height: int = 610) -> None:
        """Open a page in a real window, as the program does."""
        if self.area is None:
            self.area = StudyArea(lambda navigator: learning_pages(self.services, navigator))
            self.qtbot.addWidget(self.area)
            self.area.resize(width, height)
            self.area.show()
            self.qtbot.waitExposed(self.area)
            self.area.activateWindow()
        self.area.navigator.go(destination)
        self.settle()

    @property
    def page(self) -> LearningPage[Any]:
        assert self.area is not None
        page = self.area.currentWidget()
        assert isinstance(page, LearningPage)
        return page

    def find(self, name: str) -> QWidget:
        """A widget of the page on the screen by its object name."""
        return self.find_as(name, QWidget)

    def find_as(self, name: str, kind: type[W]) -> W:
        """A widget of a kind by its object name."""
        found = self.page.findChild(kind, name)
        assert found is not None, f"no {name} on {self.page.objectName()}"
        return found

    def is_shown(self, name: str) -> bool:
        found = self.page.findChild(QWidget, name)
        return found is not None and found.isVisible()

    def click(self, name: str) -> None:
        """Click the middle of a widget, and wait for what follows."""
        self.qtbot.mouseClick(self.find(name), Qt.MouseButton.LeftButton, pos=QPoint())
        self.settle()

    def press(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press a key where the keyboard is, and wait for what follows."""
        focused = QApplication.focusWidget()
        assert focused is not None
        self.qtbot.keyClick(focused, key, modifier)
        self.settle()

    def texts(self, name: str = "") -> str:
        """All words of the page, or of one widget, that can be seen."""
        root = self.find(name) if name else self.page
        return "\n".join(label.text() for label in root.findChildren(QLabel) if label.isVisible())

    def questions(self, course: str, quiz: str) -> dict[str, Question]:
        pool = self.library.quiz(course, quiz).questions
        return {question.head.id: question for question in pool}

    def records(self) -> tuple[Record, ...]:
        learner = self.learner.id
        kept = self.run(lambda store: store.records(learner))
        return tuple(sorted((each.record for each in kept), key=lambda record: record.seq))

    @property
    def learner(self) -> Learner:
        assert self.session.learner is not None
        return self.session.learner

    def send(self, course: str, quiz: str, *, right: bool) -> QuizResult:
        """Do a whole quiz without its page, all right or all unanswered."""
        running = self.wait_for(self.study.begin(course, quiz, self.backend))
        questions = self.questions(course, quiz)
        for form in running.forms if right else ():
            key = questions[form.question].full_key()
            self.wait_for(
                self.study.keep_answer(running.attempt.id, form.question, key, 5, self.backend)
            )
        record = self.wait_for(self.study.send(running, 9, self.backend))
        return QuizResult(course, quiz, record.id)

    def close(self) -> None:
        """Leave the page and end, as on closing the window."""
        if self.area is not None:
            self.area.leave()
        self.kill()

    def kill(self) -> None:
        """End without saying goodbye to the page; what was queued still runs."""
        self.area = None
        self.backend.close()
        assert self._database.stop(10_000)
        assert self._network.stop(10_000)
        gc.enable()


def _somebody(store: Store) -> Learner:
    known = store.learners()
    return known[0] if known else store.register("Siti Rahmawati, S.Sos.", "198503122010011004")


@contextmanager
def full_disk(folder: Path) -> Iterator[None]:
    """Let no file of this process grow beyond the store's log: writes to it fail for real."""
    resource = pytest.importorskip("resource")
    largest = max(path.stat().st_size for path in folder.glob("*-wal"))
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (largest, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
