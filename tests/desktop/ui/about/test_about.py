"""«Tentang Bina ASN», by real keys and clicks."""

from __future__ import annotations

from importlib.metadata import version

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QListWidget, QPlainTextEdit, QWidget

from desktop.ui.learning.quiz_run import QuizRunPage
from desktop.ui.navigator import QuizRun
from desktop.ui.study_area import StudyArea
from tests.desktop.desk import PLACE, Desk


def _open_licences(desk: Desk) -> None:
    desk.click("about_link")
    desk.click("licences_button")
    desk.wait(lambda: desk.find("licence_list", QListWidget).count() > 10)
    desk.wait(lambda: "Apache" in _text(desk).toPlainText())


def _text(desk: Desk) -> QPlainTextEdit:
    return desk.find("licence_text", QPlainTextEdit)


def test_before_anybody_signs_in_it_tells_version_and_places(desk: Desk) -> None:
    desk.click("about_link")
    words = desk.texts("about_dialog").replace("\u200b", "")
    assert version("bina-asn") in words
    assert str(desk.folder) in words
    assert "Belum terhubung dengan server." in words
    assert desk.focused() is desk.find("licences_button")
    desk.press(Qt.Key.Key_Escape)
    assert not desk.is_shown("about_dialog")
    assert desk.is_shown("sign_in_tile_1")


def test_the_server_is_told_where_there_is_one(desk: Desk) -> None:
    desk.run(lambda store: store.keep_enrolment(PLACE))
    desk.wait(lambda: desk.services.synchroniser.state.enrolment is not None)  # type: ignore[union-attr]
    desk.click("about_link")
    assert PLACE.server in desk.find("about_server").accessibleName()


def test_f1_opens_it_once_and_leaves_a_quiz_as_it_is(desk: Desk) -> None:
    desk.sign_in()
    area = desk.window.findChild(StudyArea)
    assert area is not None
    area.navigator.go(QuizRun("ASN-99", "asn-99-01"))
    desk.wait(lambda: desk.window.findChild(QuizRunPage).isVisible())  # type: ignore[union-attr]
    for _ in range(2):
        desk.qtbot.keyClick(desk.window, Qt.Key.Key_F1)
        desk.settle()
    assert len([each for each in desk.window.findChildren(QDialog) if each.isVisible()]) == 1
    desk.click("close_about_button")
    page = desk.window.findChild(QuizRunPage)
    assert page is not None
    assert page.isVisible()


def test_the_top_bar_leads_there_and_the_lock_takes_it_away(desk: Desk) -> None:
    desk.sign_in()
    desk.click("about_button")
    assert desk.is_shown("about_dialog")
    desk.services.session.lock()
    desk.settle()
    assert not desk.is_shown("about_dialog")


def test_licences_are_read_by_keys_alone(desk: Desk) -> None:
    _open_licences(desk)
    assert desk.focused() is desk.find("licence_list")
    desk.press(Qt.Key.Key_Down)
    desk.wait(lambda: "Creative Commons" in _text(desk).toPlainText())
    assert "CC-BY-SA-4.0" in desk.texts("about_dialog")
    desk.press(Qt.Key.Key_Tab)
    assert desk.focused() is _text(desk)
    desk.press(Qt.Key.Key_Escape)
    assert desk.is_shown("licences_button")
    assert desk.is_shown("about_dialog")
    desk.press(Qt.Key.Key_Return)
    desk.wait(lambda: desk.find("licence_list", QListWidget).count() > 10)


def test_the_text_grows_and_shrinks(desk: Desk) -> None:
    _open_licences(desk)
    before = _text(desk).fontMetrics().height()
    desk.click("larger_text")
    desk.click("larger_text")
    assert _text(desk).fontMetrics().height() > before


def test_names_for_screen_readers(desk: Desk) -> None:
    _open_licences(desk)
    assert desk.find("licence_list").accessibleName() == "Bagian program"
    assert _text(desk).accessibleName() == "Teks lisensi"
    assert _text(desk).isReadOnly()


@pytest.mark.parametrize("points", [11, 18])
def test_everything_has_room_in_the_smallest_window(desk: Desk, points: int) -> None:
    font = desk.window.font()
    font.setPointSize(points)
    desk.window.setFont(font)
    desk.window.resize(960, 540)
    _open_licences(desk)
    dialog = desk.find("about_dialog", QDialog)
    assert dialog.height() <= 540
    assert dialog.width() <= 960
    for name in ("back_button", "licence_list", "licence_text", "larger_text"):
        widget = desk.find(name, QWidget)
        corner = widget.mapTo(dialog, widget.rect().bottomRight())
        assert dialog.rect().contains(corner), name
