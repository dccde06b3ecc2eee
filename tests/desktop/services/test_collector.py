from __future__ import annotations

import gc
import threading
import weakref
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject

from desktop.services.collector import Collector
from desktop.services.worker import Worker

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def collector(qtbot: QtBot) -> Iterator[Collector]:
    parent = QObject()
    yield Collector(parent, every_ms=10)
    gc.enable()


class Knot:
    """An object that only the collector of cycles can free."""

    def __init__(self) -> None:
        self.me = self


@pytest.mark.usefixtures("collector")
def test_a_cycle_is_freed_on_the_main_thread_although_a_worker_allocates(qtbot: QtBot) -> None:
    freed_by: list[threading.Thread] = []
    knot = Knot()
    weakref.finalize(knot, lambda: freed_by.append(threading.current_thread()))
    del knot
    worker = Worker("database", lambda error: None)
    done: list[int] = []
    many = gc.get_threshold()[0] * 20
    worker.submit(lambda: len([Knot() for _ in range(many)])).success(done.append)
    qtbot.waitUntil(lambda: bool(done))
    qtbot.waitUntil(lambda: bool(freed_by))
    assert freed_by == [threading.main_thread()]
    assert worker.stop(10_000)
