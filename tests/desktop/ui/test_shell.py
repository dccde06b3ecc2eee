"""Who is at the PC decides what is shown, and nothing of the one before stays."""

from __future__ import annotations

import os

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from desktop.assembly import now
from desktop.services.messages import Tone
from desktop.storage.store import Store
from desktop.ui.learning.home import HomePage
from desktop.ui.navigator import LessonReader
from desktop.ui.study_area import StudyArea
from tests.desktop.desk import BUDI, PASSWORD, SITI, Desk


def _area(desk: Desk) -> StudyArea:
    area = desk.window.findChild(StudyArea)
    assert area is not None
    return area


def test_the_lock_button_leaves_no_page_behind(desk: Desk) -> None:
    desk.sign_in()
    area = _area(desk)
    desk.click("lock_button")
    desk.wait(lambda: not shiboken6.isValid(area))
    assert desk.window.findChildren(HomePage) == []
    assert "Layar terkunci" in desk.texts()
    assert not desk.is_shown("home_button")


def test_after_the_lock_the_password_is_enough(desk: Desk) -> None:
    desk.sign_in()
    desk.qtbot.keyClick(desk.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    desk.wait(lambda: desk.is_shown("password_field"))
    assert desk.focused() is desk.find("password_field")
    desk.write(PASSWORD)
    desk.press(Qt.Key.Key_Return)
    desk.wait(lambda: desk.is_shown("home_page"))


def test_another_person_can_take_over_a_locked_pc(desk: Desk) -> None:
    desk.sign_in()
    desk.click("lock_button")
    desk.click("back_button")
    assert desk.is_shown("sign_in_tile_1")
    assert SITI.nip not in desk.texts()


def test_changing_the_person_begins_at_the_tiles(desk: Desk) -> None:
    desk.sign_in()
    desk.click("switch_button")
    assert desk.is_shown("sign_in_tile_1")
    assert not desk.is_shown("switch_button")
    assert desk.find("sign_in_tile_1").accessibleName().startswith(BUDI.name)


def test_the_lock_takes_dialogs_and_messages_away(desk: Desk) -> None:
    desk.sign_in()
    desk.services.messages.tell("Nilai Anda 80", "Lulus.", Tone.WARNING)
    desk.click("sync_status")
    assert desk.is_shown("sync_detail")
    desk.services.session.lock()
    desk.settle()
    assert not any(each.isVisible() for each in desk.window.findChildren(QDialog))
    assert "Nilai Anda" not in desk.texts()


def test_home_is_one_click_from_everywhere(desk: Desk) -> None:
    desk.sign_in()
    course = desk.services.library.courses()[0]
    _area(desk).navigator.go(LessonReader(course.code, course.lessons[0].id))
    desk.wait(lambda: not desk.is_shown("home_page"))
    desk.click("home_button")
    desk.wait(lambda: desk.is_shown("home_page"))


def test_reading_is_kept_when_the_screen_locks(desk: Desk) -> None:
    desk.sign_in()
    course = desk.services.library.courses()[0]
    lesson = course.lessons[0].id
    _area(desk).navigator.go(LessonReader(course.code, lesson))
    desk.settle()
    desk.click("lock_button")
    place = desk.run(lambda store: store.last_place(SITI.id))
    assert place is not None
    assert place.lesson == lesson


def test_closing_the_window_saves_the_place(desk: Desk) -> None:
    desk.sign_in()
    course = desk.services.library.courses()[0]
    _area(desk).navigator.go(LessonReader(course.code, course.lessons[0].id))
    desk.settle()
    folder = desk.folder
    desk.close()
    store = Store.open(folder, now, os.urandom)
    assert store.last_place(SITI.id) is not None
    store.close()


def test_without_anybody_the_keys_of_the_lock_do_nothing(desk: Desk) -> None:
    desk.qtbot.keyClick(desk.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert desk.is_shown("sign_in_tile_1")


def test_the_roster_is_followed_while_the_tiles_are_shown(desk: Desk) -> None:
    desk.run(lambda store: store.register("Agus Salim", "198801012010011003"))
    desk.wait(lambda: desk.is_shown("sign_in_tile_3"))
