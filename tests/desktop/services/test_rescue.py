from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject

from desktop.services.rescue import Rescue
from desktop.services.worker import Worker
from desktop.storage.errors import StoreUnavailable
from desktop.storage.opening import FILE_NAME

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from desktop.services.operations import Operation

DAMAGED = b"rusak" * 1000


@pytest.fixture
def rescue(qtbot: QtBot, tmp_path: Path) -> Iterator[Rescue]:
    (tmp_path / FILE_NAME).write_bytes(DAMAGED)
    failures: list[Exception] = []
    worker = Worker("database", failures.append)
    yield Rescue(worker, tmp_path)
    assert worker.stop(5000)
    assert failures == []


def _wait(operation: Operation[Path], qtbot: QtBot) -> Path | Exception:
    seen: list[Path | Exception] = []
    operation.success(seen.append).failure(seen.append)
    qtbot.waitUntil(lambda: bool(seen))
    return seen[0]


def test_a_copy_is_the_same_and_the_file_stays(
    rescue: Rescue, qtbot: QtBot, tmp_path: Path
) -> None:
    target = tmp_path / "flashdisk"
    target.mkdir()
    copy = _wait(rescue.save_copy(target, QObject()), qtbot)
    assert isinstance(copy, Path)
    assert copy.read_bytes() == (tmp_path / FILE_NAME).read_bytes() == DAMAGED


def test_setting_aside_keeps_every_byte_under_another_name(
    rescue: Rescue, qtbot: QtBot, tmp_path: Path
) -> None:
    kept = _wait(rescue.set_aside(QObject()), qtbot)
    assert isinstance(kept, Path)
    assert kept.read_bytes() == DAMAGED
    assert not (tmp_path / FILE_NAME).exists()


def test_a_copy_that_cannot_be_written_says_so(
    rescue: Rescue, qtbot: QtBot, tmp_path: Path
) -> None:
    error = _wait(rescue.save_copy(tmp_path / "tidak-ada", QObject()), qtbot)
    assert isinstance(error, StoreUnavailable)
