from __future__ import annotations

import socket
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit

from desktop.storage.store import Store
from tests.desktop.desk import Desk
from tests.desktop.sync.servers import GoodServer, serving

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

CLOSED = "http://127.0.0.1:9"


@pytest.fixture
def new_desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    """The very first start on a PC."""
    made = Desk(qtbot, tmp_path)
    yield made
    made.close()


def test_the_first_start_asks_for_server_and_code(new_desk: Desk) -> None:
    assert new_desk.focused() is new_desk.find("server_field")
    assert new_desk.find("pc_name_field", QLineEdit).text() == socket.gethostname()


def test_later_is_an_answer_and_is_asked_once(new_desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    new_desk.click("later_button")
    assert "Belum ada nama di komputer ini" in new_desk.texts()
    assert new_desk.is_shown("enrol_link")
    new_desk.close()
    again = Desk(qtbot, tmp_path)
    assert not again.is_shown("server_field")
    again.click("enrol_link")
    assert again.is_shown("server_field")
    again.close()


def test_what_is_missing_is_named(new_desk: Desk) -> None:
    new_desk.write(CLOSED)
    new_desk.press(Qt.Key.Key_Return)
    assert new_desk.is_shown("enrolment_code_field_error")


@pytest.mark.parametrize(
    ("server", "code", "words", "field"),
    [
        (CLOSED, "K7QM-2F9X", "Langkah yang belum berhasil: sambungan.", "server_field"),
        ("bukan alamat", "K7QM-2F9X", "alamat server", "server_field"),
        (CLOSED, "K7QM", "8 huruf dan angka", "enrolment_code_field"),
    ],
)
def test_a_failure_says_which_step_and_changes_nothing(
    new_desk: Desk, server: str, code: str, words: str, field: str
) -> None:
    new_desk.write(server)
    new_desk.fill_in("enrolment_code_field", code)
    new_desk.click("enrol_button")
    new_desk.wait(lambda: new_desk.is_shown("form_trouble"))
    assert words in new_desk.texts("form_trouble")
    assert new_desk.focused() is new_desk.find(field)
    assert new_desk.find("enrol_button").isEnabled()
    assert new_desk.run(lambda store: store.enrolment()) is None


def test_the_words_of_the_last_try_go_with_the_next(new_desk: Desk) -> None:
    new_desk.write(CLOSED)
    new_desk.fill_in("enrolment_code_field", "K7QM-2F9X")
    new_desk.press(Qt.Key.Key_Return)
    new_desk.wait(lambda: new_desk.is_shown("form_trouble"))
    new_desk.fill_in("server_field", "")
    new_desk.click("enrol_button")
    assert not new_desk.is_shown("form_trouble")


@pytest.fixture
def asked(new_desk: Desk) -> Iterator[Desk]:
    """The page once the server has asked for the office."""
    with serving(GoodServer()) as server:
        new_desk.fill_in("server_field", server.address)
        new_desk.fill_in("enrolment_code_field", GoodServer.wide_code)
        new_desk.click("enrol_button")
        new_desk.wait(lambda: new_desk.is_shown("office_field"))
        yield new_desk


def _unit(desk: Desk) -> str | None:
    enrolment = desk.run(Store.enrolment)
    return enrolment.unit if enrolment else None


def test_the_office_is_asked_for_where_a_code_serves_many(asked: Desk) -> None:
    box = asked.find("office_field", QComboBox)
    titles = [box.itemText(index) for index in range(box.count())]
    assert titles == [office.title for office in GoodServer.offices]
    assert (box.currentText(), asked.focused()) == ("", box)
    assert box.accessibleName() == "Kantor"
    assert "beberapa kantor" in box.accessibleDescription()
    assert not asked.is_shown("form_trouble")


@pytest.mark.qt_log_ignore("does not support", extend=True)
@pytest.mark.parametrize("typed", ["", "kelurahan", "Tak Ada"])
def test_an_office_must_be_chosen(asked: Desk, typed: str) -> None:
    asked.write(typed)
    asked.click("enrol_button")
    assert asked.is_shown("office_field_error")
    assert asked.focused() is asked.find("office_field")
    assert _unit(asked) is None


def test_an_office_is_chosen_by_arrow_keys(asked: Desk) -> None:
    asked.press(Qt.Key.Key_Down)
    asked.press(Qt.Key.Key_Down)
    asked.press(Qt.Key.Key_Return)
    asked.wait(lambda: _unit(asked) == GoodServer.offices[1].code)
    asked.wait(lambda: asked.is_shown("register_link"))


@pytest.mark.qt_log_ignore("does not support", extend=True)
def test_an_office_is_chosen_by_the_mouse(asked: Desk) -> None:
    box = asked.find("office_field", QComboBox)
    box.showPopup()
    view = box.view()
    place = view.visualRect(view.model().index(0, 0)).center()
    asked.qtbot.mouseMove(view.viewport(), place)
    asked.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert box.currentText() == GoodServer.offices[0].title
    asked.click("enrol_button")
    asked.wait(lambda: _unit(asked) == GoodServer.offices[0].code)


def test_another_code_asks_anew(asked: Desk) -> None:
    asked.fill_in("enrolment_code_field", GoodServer.code)
    assert not asked.is_shown("office_field")
    asked.click("enrol_button")
    asked.wait(lambda: _unit(asked) == GoodServer.offices[0].code)


def test_the_page_fits_the_smallest_window(asked: Desk) -> None:
    asked.window.resize(960, 540)
    asked.settle()
    box = asked.find("office_field", QComboBox)
    box.addItem("Kelurahan " + "Donaudampfschifffahrtsgesellschaft" * 3, "14.72.01.9999")
    box.setCurrentIndex(box.count() - 1)
    asked.settle()
    assert box.width() <= asked.find("server_field").width()
    right = box.mapTo(asked.window, box.rect().topRight()).x()
    assert right < asked.window.width()
