from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from desktop.services.messages import Message, Messages, Tone
from desktop.ui.main_window import SMALLEST, MainWindow
from desktop.ui.message_bar import MessageBar

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def messages(qtbot: QtBot) -> Messages:
    return Messages()


@pytest.fixture
def window(messages: Messages, qtbot: QtBot) -> MainWindow:
    made = MainWindow(messages)
    qtbot.addWidget(made)
    return made


def _bar(window: MainWindow) -> MessageBar:
    bar = window.findChild(MessageBar)
    assert bar is not None
    return bar


def test_it_tells_once_that_it_was_painted(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.painted):
        window.show()
    with qtbot.assertNotEmitted(window.painted, wait=50):
        window.repaint()


def test_it_fits_the_small_screens_of_offices(window: MainWindow) -> None:
    assert SMALLEST[0] <= 1366 / 1.25
    assert SMALLEST[1] <= 690 / 1.25
    room = window.screen().availableGeometry()
    assert window.width() <= max(room.width(), SMALLEST[0])
    assert window.height() <= max(room.height(), SMALLEST[1])


def test_new_content_destroys_the_old(window: MainWindow, qtbot: QtBot) -> None:
    old, new = QLabel("lama"), QLabel("baru")
    window.show()
    window.show_content(old)
    with qtbot.waitSignal(old.destroyed):
        window.show_content(new)
    assert new.isVisible()


def test_a_message_waits_until_it_is_closed(
    window: MainWindow, messages: Messages, qtbot: QtBot
) -> None:
    window.show()
    messages.tell("Disk penuh", "Kosongkan disk.", Tone.DANGER)
    bar = _bar(window)
    assert bar.isVisible()
    assert bar.accessibleName() == "Disk penuh. Kosongkan disk."
    close = bar.findChild(QWidget, "message_close_button")
    assert close is not None
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert not bar.isVisible()


@pytest.mark.parametrize(
    ("tone", "passes"),
    [
        (Tone.INFO, True),
        (Tone.SUCCESS, True),
        (Tone.WARNING, False),
        (Tone.DANGER, False),
    ],
)
def test_only_good_news_passes_by_itself(qtbot: QtBot, tone: Tone, passes: bool) -> None:
    bar = MessageBar(passing_ms=1)
    qtbot.addWidget(bar)
    bar.show_message(Message("Judul", "Pesan", tone))
    qtbot.wait(30)
    assert bar.isVisible() is not passes


def test_trouble_after_good_news_stays(qtbot: QtBot) -> None:
    bar = MessageBar(passing_ms=20)
    qtbot.addWidget(bar)
    bar.show_message(Message("Terhubung", "Kelurahan Purnama", Tone.SUCCESS))
    bar.show_message(Message("Disk penuh", "Kosongkan disk.", Tone.DANGER))
    qtbot.wait(60)
    assert bar.isVisible()


@pytest.mark.qt_log_ignore("does not support raise")
def test_it_comes_back_from_being_small(window: MainWindow, qtbot: QtBot) -> None:
    window.showMinimized()
    window.come_to_front()
    qtbot.waitUntil(lambda: not window.isMinimized())


def test_closing_tells_before_the_window_is_gone(window: MainWindow, qtbot: QtBot) -> None:
    window.show()
    seen: list[bool] = []
    window.closing.connect(lambda: seen.append(window.isVisible()))
    with qtbot.waitSignal(window.closing):
        window.close()
    assert seen == [True]
