from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from desktop.errors import ProgramError
from desktop.services.rescue import Rescue
from desktop.services.worker import Worker
from desktop.storage.errors import StoreDamaged, StoreTooNew, StoreUnavailable
from desktop.storage.opening import FILE_NAME
from desktop.ui.pages.store_problem import StoreProblemPage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

DAMAGED = b"rusak" * 1000
Show = Callable[[ProgramError], StoreProblemPage]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "data" / FILE_NAME
    made.parent.mkdir()
    made.write_bytes(DAMAGED)
    return made


@pytest.fixture
def show(qtbot: QtBot, path: Path, tmp_path: Path) -> Iterator[Show]:
    """Shows the page; whoever is asked for a folder chooses the flashdisk."""
    failures: list[Exception] = []
    worker = Worker("database", failures.append)

    def make(error: ProgramError) -> StoreProblemPage:
        rescue = Rescue(worker, path.parent)
        page = StoreProblemPage(error, rescue, lambda _: str(tmp_path / "flashdisk"))
        qtbot.addWidget(page)
        page.resize(1180, 690)
        page.show()
        return page

    yield make
    assert worker.stop(5000)
    assert failures == []


def _click(page: StoreProblemPage, name: str, qtbot: QtBot) -> None:
    found = page.findChild(QWidget, name)
    assert found is not None
    assert found.isVisible()
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


def _words(page: StoreProblemPage) -> str:
    return "\n".join(each.text() for each in page.findChildren(QLabel) if each.isVisible())


@pytest.mark.parametrize("kind", [StoreDamaged(Path("x")), StoreTooNew(Path("x"), 99)])
def test_it_tells_what_happened_and_where_the_file_is(show: Show, kind: StoreDamaged) -> None:
    words = _words(show(kind))
    assert kind.title in words
    assert kind.message in words
    assert "Berkas: x" in words


def test_a_copy_is_saved_and_named(show: Show, path: Path, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "flashdisk").mkdir()
    page = show(StoreDamaged(path))
    _click(page, "save_copy_button", qtbot)
    qtbot.waitUntil(lambda: "Salinan tersimpan" in _words(page))
    copies = list((tmp_path / "flashdisk").iterdir())
    assert [copy.read_bytes() for copy in copies] == [DAMAGED]
    assert path.read_bytes() == DAMAGED


def test_a_copy_that_cannot_be_written_is_told(show: Show, path: Path, qtbot: QtBot) -> None:
    page = show(StoreDamaged(path))
    _click(page, "save_copy_button", qtbot)
    qtbot.waitUntil(lambda: StoreUnavailable.title in _words(page))


def test_starting_anew_is_asked_for_twice(show: Show, path: Path, qtbot: QtBot) -> None:
    page = show(StoreDamaged(path))
    _click(page, "set_aside_button", qtbot)
    assert "Berkas lama tidak dihapus" in _words(page)
    _click(page, "cancel_button", qtbot)
    assert "Berkas lama tidak dihapus" not in _words(page)
    assert path.read_bytes() == DAMAGED


def test_starting_anew_sets_the_file_aside_and_tries_again(
    show: Show, path: Path, qtbot: QtBot
) -> None:
    page = show(StoreDamaged(path))
    _click(page, "set_aside_button", qtbot)
    with qtbot.waitSignal(page.retry_wanted):
        _click(page, "confirm_button", qtbot)
    assert not path.exists()
    assert [kept.read_bytes() for kept in path.parent.iterdir()] == [DAMAGED]


def test_a_full_disk_asks_for_another_try_only(show: Show, path: Path, qtbot: QtBot) -> None:
    page = show(StoreUnavailable("Disk penuh.", path))
    assert page.findChild(QWidget, "set_aside_button") is None
    with qtbot.waitSignal(page.retry_wanted):
        _click(page, "retry_button", qtbot)


def test_it_can_be_closed(show: Show, path: Path, qtbot: QtBot) -> None:
    page = show(StoreDamaged(path))
    with qtbot.waitSignal(page.close_wanted):
        _click(page, "close_button", qtbot)
