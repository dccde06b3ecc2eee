from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.services.loader import Loader

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_imports_beside_the_main_thread_and_tells_when_done(qtbot: QtBot) -> None:
    threads: list[int] = []
    owner = QObject()
    loader = Loader(owner, lambda: threads.append(threading.get_ident()))
    with qtbot.waitSignal(loader.finished):
        loader.start()
    assert len(threads) == 1
    assert threads[0] != threading.get_ident()
    assert loader.wait()
