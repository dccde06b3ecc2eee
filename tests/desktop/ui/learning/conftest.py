from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.desktop.ui.learning.office import COURSES, Office

Start = Callable[..., Office]


@pytest.fixture
def start(qtbot: QtBot, tmp_path: Path) -> Iterator[Start]:
    """Starts the program on the same data folder, as often as wanted; ends the last start."""
    running: list[Office] = []

    def begin(courses: Path = COURSES) -> Office:
        running.append(Office(qtbot, tmp_path / "data", courses))
        return running[-1]

    yield begin
    running[-1].close()


@pytest.fixture
def office(start: Start) -> Office:
    return start()
