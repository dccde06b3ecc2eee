from __future__ import annotations

import threading
import weakref
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.services.worker import Worker

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


class Kept:
    """A worker, and the failures that nobody asked for."""

    def __init__(self) -> None:
        self.unhandled: list[Exception] = []
        self.worker = Worker("test", self.unhandled.append)


@pytest.fixture
def kept(qtbot: QtBot) -> Iterator[Kept]:
    made = Kept()
    yield made
    assert made.worker.stop(5000)


def _fail() -> None:
    raise ValueError("broken")


def test_jobs_run_elsewhere_and_are_told_of_here(kept: Kept, qtbot: QtBot) -> None:
    seen: list[tuple[int, int]] = []
    operation = kept.worker.submit(threading.get_ident)
    operation.success(lambda there: seen.append((there, threading.get_ident())))
    qtbot.waitUntil(lambda: bool(seen))
    there, here = seen[0]
    assert here == threading.get_ident()
    assert there != here


def test_no_result_is_lost_and_all_come_in_order(kept: Kept, qtbot: QtBot) -> None:
    seen: list[int] = []
    for number in range(2000):
        kept.worker.submit(lambda number=number: number).success(seen.append)  # type: ignore[misc]
    qtbot.waitUntil(lambda: len(seen) == 2000)
    assert seen == list(range(2000))


def test_callbacks_can_be_given_after_the_job_has_ended(kept: Kept, qtbot: QtBot) -> None:
    ended = threading.Event()
    seen: list[bool] = []
    operation = kept.worker.submit(ended.set)
    assert ended.wait(5)
    operation.success(lambda _: seen.append(True))
    qtbot.waitUntil(lambda: bool(seen))


def test_a_failure_comes_to_who_asked(kept: Kept, qtbot: QtBot) -> None:
    seen: list[Exception] = []
    kept.worker.submit(_fail).failure(seen.append)
    qtbot.waitUntil(lambda: bool(seen))
    assert str(seen[0]) == "broken"
    assert kept.unhandled == []


def test_a_failure_that_nobody_asked_for_is_not_swallowed(kept: Kept, qtbot: QtBot) -> None:
    kept.worker.submit(_fail)
    qtbot.waitUntil(lambda: bool(kept.unhandled))
    assert str(kept.unhandled[0]) == "broken"


def test_the_worker_goes_on_after_a_failure(kept: Kept, qtbot: QtBot) -> None:
    seen: list[int] = []
    kept.worker.submit(_fail).failure(lambda _: None)
    kept.worker.submit(lambda: 7).success(seen.append)
    qtbot.waitUntil(lambda: seen == [7])


def test_a_failure_whose_page_is_gone_is_not_swallowed(kept: Kept, qtbot: QtBot) -> None:
    page = QObject()
    seen: list[Exception] = []
    gate = threading.Event()
    kept.worker.submit(lambda: gate.wait(5), page)
    kept.worker.submit(_fail, page).failure(seen.append)
    with qtbot.waitSignal(page.destroyed):
        page.deleteLater()
    gate.set()
    qtbot.waitUntil(lambda: bool(kept.unhandled))
    assert str(kept.unhandled[0]) == "broken"
    assert seen == []


@pytest.mark.parametrize("kind", [QObject, QWidget])
def test_a_page_that_is_gone_is_not_called(kept: Kept, qtbot: QtBot, kind: type[QObject]) -> None:
    seen: list[str] = []
    page = kind()
    gate = threading.Event()
    kept.worker.submit(lambda: gate.wait(5), page).success(lambda _: seen.append("page"))
    with qtbot.waitSignal(page.destroyed):
        page.deleteLater()
    gate.set()
    kept.worker.submit(lambda: None).success(lambda _: seen.append("later"))
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == ["later"]


def test_what_was_asked_for_ends_on_the_main_thread(kept: Kept, qtbot: QtBot) -> None:
    ended_on: list[threading.Thread] = []
    settled = threading.Event()

    class Page:
        def show(self, _: None) -> None:
            settled.set()

    def ask() -> None:
        page = Page()
        weakref.finalize(page, lambda: ended_on.append(threading.current_thread()))
        kept.worker.submit(lambda: None).success(page.show)

    ask()
    qtbot.waitUntil(lambda: bool(ended_on))
    assert settled.is_set()
    assert ended_on == [threading.main_thread()]


def test_stopping_lets_queued_jobs_run_out(qtbot: QtBot) -> None:
    worker = Worker("test", lambda _: None)
    done: list[int] = []
    for number in range(100):
        worker.submit(lambda number=number: done.append(number))  # type: ignore[misc]
    assert worker.stop(5000)
    assert done == list(range(100))


def test_stopping_waits_no_longer_than_told(qtbot: QtBot) -> None:
    worker = Worker("test", lambda _: None)
    gate = threading.Event()
    worker.submit(lambda: gate.wait(10))
    assert not worker.stop(20)
    gate.set()
    assert worker.stop(5000)
