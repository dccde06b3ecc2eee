from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from desktop.services.session import Session
from desktop.storage.model import Learner

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

SITI = Learner(UUID(int=1), "Siti Aminah", "198503122010011004", "PNS", True, False, True)
BUDI = Learner(UUID(int=2), "Budi Santoso", "198503122010011005", "PPPK", True, False, True)
IDLE_MINUTES = 0.002


class Clock:
    def __init__(self) -> None:
        self.seconds = 100.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def session(qtbot: QtBot, clock: Clock) -> Session:
    return Session(clock, IDLE_MINUTES)


def test_nobody_is_signed_in_at_first(session: Session) -> None:
    assert session.learner is None
    assert session.locked is None


def test_signing_in_tells_who(session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.signed_in) as told:
        session.sign_in(SITI)
    assert told.args == [SITI]
    assert session.learner is SITI


def test_the_lock_remembers_whose_screen_it_was(session: Session, qtbot: QtBot) -> None:
    session.sign_in(SITI)
    with qtbot.waitSignals([session.leaving, session.signed_out], order="strict"):
        session.lock()
    assert session.learner is None
    assert session.locked is SITI


def test_leaving_remembers_nobody(session: Session) -> None:
    session.sign_in(SITI)
    session.sign_out()
    assert session.learner is None
    assert session.locked is None


def test_work_can_be_saved_in_the_name_of_who_leaves(session: Session) -> None:
    seen: list[Learner | None] = []
    session.leaving.connect(lambda: seen.append(session.learner))
    session.sign_in(SITI)
    session.lock()
    assert seen == [SITI]


def test_another_takes_over_after_the_lock(session: Session) -> None:
    session.sign_in(SITI)
    session.lock()
    session.sign_in(BUDI)
    assert session.learner is BUDI
    assert session.locked is None


@pytest.mark.parametrize("action", ["lock", "sign_out"])
def test_with_nobody_there_is_nothing_to_leave(session: Session, qtbot: QtBot, action: str) -> None:
    with qtbot.assertNotEmitted(session.signed_out):
        getattr(session, action)()


def test_it_locks_when_nobody_touches_anything(
    session: Session, clock: Clock, qtbot: QtBot
) -> None:
    session.sign_in(SITI)
    clock.seconds += 60 * IDLE_MINUTES
    qtbot.waitUntil(lambda: session.locked is SITI)


def test_a_key_puts_the_lock_off(session: Session, clock: Clock, qtbot: QtBot) -> None:
    application = QApplication.instance()
    assert application is not None
    session.watch(application)
    page = QWidget()
    qtbot.addWidget(page)
    session.sign_in(SITI)
    clock.seconds += 60 * IDLE_MINUTES - 0.01
    qtbot.keyClick(page, Qt.Key.Key_A)
    clock.seconds += 0.05
    with qtbot.assertNotEmitted(session.signed_out, wait=200):
        pass
    clock.seconds += 60 * IDLE_MINUTES
    qtbot.waitUntil(lambda: session.locked is SITI)
