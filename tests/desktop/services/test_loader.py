from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, QTimer

from desktop.app import PAGES, PARTS
from desktop.services.loader import Loader

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

NAMES = ["portion_one", "portion_two", "portion_three"]


@pytest.fixture
def portions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Three modules that say on which thread they were imported; the second is broken."""
    for name in NAMES:
        (tmp_path / f"{name}.py").write_text("import threading\nthread = threading.get_ident()\n")
    (tmp_path / "portion_two.py").write_text("raise ValueError('broken')\n")
    monkeypatch.syspath_prepend(tmp_path)
    yield
    for name in NAMES:
        sys.modules.pop(name, None)


@pytest.mark.usefixtures("portions")
def test_each_turn_brings_one_module_and_others_have_their_turn(qtbot: QtBot) -> None:
    owner, seen = QObject(), list[int]()
    turns = QTimer(owner, interval=0)
    turns.timeout.connect(lambda: seen.append(sum(name in sys.modules for name in NAMES)))
    loader = Loader(owner, ["portion_one", "portion_three"])
    turns.start()
    with qtbot.waitSignal(loader.finished):
        loader.start()
    assert {1, 2} <= set(seen)
    assert sys.modules["portion_one"].thread == threading.get_ident()


@pytest.mark.usefixtures("portions")
def test_a_module_that_fails_is_told_and_stops_nobody(qtbot: QtBot) -> None:
    owner = QObject()
    loader = Loader(owner, NAMES)
    with qtbot.captureExceptions() as raised, qtbot.waitSignal(loader.finished):
        loader.start()
    assert [str(each[1]) for each in raised] == ["broken"]
    assert "portion_three" in sys.modules


def test_the_program_names_modules_that_are_there(qtbot: QtBot) -> None:
    owner = QObject()
    loader = Loader(owner, [*PARTS, *PAGES])
    with qtbot.waitSignal(loader.finished, timeout=30_000):
        loader.start()
    assert {*PARTS, *PAGES} <= set(sys.modules)
