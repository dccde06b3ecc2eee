from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest

from desktop.ui.theme import Scheme, Theme
from tests.desktop.ui.learning.office import COURSES, Office

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

Start = Callable[..., Office]


@pytest.fixture(autouse=True, scope="session")
def dressed(qapp: QApplication) -> None:
    """The program's own look: sizes are part of what is tested."""
    Theme(qapp, Scheme.LIGHT)


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
