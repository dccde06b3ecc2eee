from __future__ import annotations

import os
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from desktop.services.backend import Backend, StoreClosed
from desktop.services.worker import Worker
from desktop.storage.errors import StoreDamaged
from desktop.storage.model import Change
from desktop.storage.opening import FILE_NAME
from desktop.storage.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot


def now() -> datetime:
    return datetime(2026, 11, 24, 3, 0, tzinfo=UTC)


@pytest.fixture
def worker(qtbot: QtBot) -> Iterator[Worker]:
    failures: list[Exception] = []
    made = Worker("database", failures.append)
    yield made
    assert made.stop(10_000)
    assert failures == []


@pytest.fixture
def backend(worker: Worker, tmp_path: Path) -> Iterator[Backend]:
    made = Backend(worker, lambda: Store.open(tmp_path, now, os.urandom))
    yield made
    made.close()


def test_it_opens_and_runs_jobs_in_the_order_asked(backend: Backend, qtbot: QtBot) -> None:
    seen: list[object] = []
    with qtbot.waitSignal(backend.ready):
        backend.start()
        backend.run(lambda store: store.keep_setting("ukuran", "120"))
        backend.run(lambda store: store.setting("ukuran")).success(seen.append)
    qtbot.waitUntil(lambda: seen == ["120"])


def test_it_tells_what_was_committed(backend: Backend, qtbot: QtBot) -> None:
    with qtbot.waitSignal(backend.ready):
        backend.start()
    with qtbot.waitSignal(backend.changed) as told:
        backend.run(lambda store: store.register("Budi Santoso", "198503122010011004"))
    assert told.args == [frozenset({Change.LEARNERS, Change.RECORDS, Change.SYNC})]


def test_a_store_that_cannot_be_opened_says_why(
    backend: Backend, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"bukan basis data" * 500)
    failures: list[Exception] = []
    with qtbot.waitSignal(backend.failed) as told:
        backend.start()
    backend.run(lambda store: store.learners()).failure(failures.append)
    qtbot.waitUntil(lambda: bool(failures))
    assert told.args is not None
    assert isinstance(told.args[0], StoreDamaged)
    assert isinstance(failures[0], StoreClosed)


def test_it_can_be_opened_again_once_the_obstacle_is_gone(
    backend: Backend, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"bukan basis data" * 500)
    with qtbot.waitSignal(backend.failed):
        backend.start()
    Store.set_aside(tmp_path)
    with qtbot.waitSignal(backend.ready):
        backend.start()


def test_after_closing_nothing_runs(backend: Backend, qtbot: QtBot) -> None:
    failures: list[Exception] = []
    with qtbot.waitSignal(backend.ready):
        backend.start()
    backend.close()
    backend.run(lambda store: store.learners()).failure(failures.append)
    qtbot.waitUntil(lambda: bool(failures))
    assert isinstance(failures[0], StoreClosed)
