from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QListWidget

from desktop.ui.learning.browser import CourseBrowser
from desktop.ui.navigator import Home, LessonReader
from lessons.records import LessonFinished
from tests.desktop.ui.learning.office import Office, full_disk

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.storage.model import Place

FIRST = LessonReader("ASN-99", "asn-99-01")
SMALL = (960, 320)


def text(office: Office) -> CourseBrowser:
    return office.find_as("lesson_text", CourseBrowser)


def place(office: Office) -> Place | None:
    return office.run(lambda store: store.place(office.learner.id, "asn-99-01"))


def test_shows_the_lesson_with_its_headings_and_glossary(office: Office) -> None:
    office.show(FIRST)
    words = text(office).toPlainText()
    assert "Catat setiap surat pada hari surat itu tiba." in words
    assert "Petunjuk pimpinan tentang tindak lanjut surat." in words
    headings = office.find_as("heading_list", QListWidget)
    shown = [headings.item(row).text() for row in range(headings.count())]
    assert shown == ["Mencatat surat", "Menyimpan surat", "    Surat rahasia"]
    assert text(office).hasFocus()


def test_a_heading_of_the_list_leads_to_its_place(office: Office) -> None:
    office.show(FIRST, *SMALL)
    headings = office.find_as("heading_list", QListWidget)
    headings.setFocus()
    headings.setCurrentRow(1)
    office.press(Qt.Key.Key_Return)
    assert text(office).place() > 0
    assert headings.currentRow() == 1


def test_opens_at_a_heading(office: Office) -> None:
    office.show(LessonReader("ASN-99", "asn-99-01", "menyimpan"), *SMALL)
    assert office.find_as("heading_list", QListWidget).currentRow() == 1


def test_the_place_is_kept_on_leaving_and_found_again(start: Callable[[], Office]) -> None:
    first = start()
    first.show(FIRST, *SMALL)
    bar = text(first).verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    before, share = bar.value(), text(first).place()
    first.close()

    second = start()
    kept = place(second)
    assert kept is not None
    assert kept.position == share
    second.show(FIRST, *SMALL)
    assert text(second).verticalScrollBar().value() == pytest.approx(before, abs=40)


def test_the_place_is_kept_a_moment_after_each_move_without_leaving(office: Office) -> None:
    office.show(FIRST, *SMALL)
    office.wait(lambda: place(office) is not None)
    bar = text(office).verticalScrollBar()
    bar.setValue(bar.maximum())
    share = text(office).place()

    def is_kept() -> bool:
        kept = place(office)
        return kept is not None and kept.position == share

    office.wait(is_kept)


def test_the_place_is_kept_for_its_owner_when_the_screen_locks(office: Office) -> None:
    office.show(FIRST, *SMALL)
    learner = office.learner
    text(office).verticalScrollBar().setValue(30)
    share = text(office).place()
    assert office.area is not None
    office.session.leaving.connect(office.area.leave)
    office.session.lock()
    kept = office.run(lambda store: store.place(learner.id, "asn-99-01"))
    assert kept is not None
    assert kept.position == share
    office.session.sign_in(learner)


def test_finishing_makes_one_record_and_offers_the_quiz(office: Office) -> None:
    office.show(FIRST)
    office.click("finish_button")
    bodies = [record.body for record in office.records()]
    finished = [body for body in bodies if isinstance(body, LessonFinished)]
    assert [(body.course, body.version, body.lesson) for body in finished] == [
        ("ASN-99", 1, "asn-99-01")
    ]
    assert not office.is_shown("finish_button")
    assert QApplication.focusWidget() is office.find("quiz_button")
    office.click("quiz_button")
    assert "Kuis latihan: Surat masuk" in office.texts()


def test_a_lesson_that_was_finished_offers_its_quiz_at_once(office: Office) -> None:
    learner = office.learner.id
    office.run(lambda store: store.finish_lesson(learner, "ASN-99", 1, "asn-99-01", 60))
    office.show(FIRST)
    assert office.is_shown("quiz_button")
    assert not office.is_shown("finish_button")


def test_neighbours_lead_on_and_the_last_lesson_leads_to_the_course(office: Office) -> None:
    office.show(FIRST)
    assert not office.is_shown("previous_lesson_button")
    office.click("next_lesson_button")
    assert "Pelajaran 2 dari 2" in office.texts()
    assert office.is_shown("previous_lesson_button")
    office.click("next_lesson_button")
    assert office.page.objectName() == "course_page"


def test_the_end_makes_finishing_the_first_choice(office: Office) -> None:
    office.show(FIRST, *SMALL)
    assert office.find("finish_button").property("role") == "secondary"
    bar = text(office).verticalScrollBar()
    bar.setValue(bar.maximum())
    assert office.find("finish_button").property("role") == "primary"
    office.click("next_lesson_button")
    assert office.find("finish_button").property("role") == "secondary"


def test_keys_change_the_text_size_and_it_is_kept(start: Callable[[], Office]) -> None:
    first = start()
    first.show(FIRST)
    usual = text(first).font().pointSizeF()
    first.press(Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    first.press(Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    first.press(Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert text(first).font().pointSizeF() == pytest.approx(usual * 1.1)
    first.click("larger_text")
    first.close()

    second = start()
    second.show(FIRST)
    assert text(second).font().pointSizeF() == pytest.approx(usual * 1.2)
    text(second).setFocus()
    second.press(Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert text(second).font().pointSizeF() == pytest.approx(usual)


def test_a_web_link_is_asked_about_and_only_then_opened(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    office.show(FIRST)
    text(office).anchorClicked.emit(QUrl("https://jdih.go.id/uu-27"))
    assert "https://jdih.go.id/uu-27" in office.texts("link_bar")
    assert opened == []
    office.press(Qt.Key.Key_Return)
    assert opened == ["https://jdih.go.id/uu-27"]
    assert not office.is_shown("link_bar")


def test_any_other_address_is_not_offered(office: Office) -> None:
    office.show(FIRST)
    text(office).anchorClicked.emit(QUrl("file:///etc/passwd"))
    assert "Tautan ini tidak dapat dibuka" in office.texts("link_bar")
    assert not office.is_shown("open_link_button")
    office.click("close_link_button")
    assert not office.is_shown("link_bar")


def test_another_theme_renders_again_at_the_same_place(office: Office) -> None:
    office.show(FIRST, *SMALL)
    text(office).verticalScrollBar().setValue(60)
    before, share = text(office).toHtml(), text(office).place()
    QApplication.sendEvent(office.page, QEvent(QEvent.Type.PaletteChange))
    office.settle()
    assert text(office).toHtml() == before
    assert text(office).place() == share


def test_escape_leads_back_to_the_course(office: Office) -> None:
    office.show(FIRST)
    office.press(Qt.Key.Key_Escape)
    assert office.page.objectName() == "course_page"
    office.show(Home())


def test_a_lesson_that_is_not_here_is_told(office: Office) -> None:
    office.show(FIRST)
    office.show(LessonReader("ASN-99", "asn-99-77"))
    assert [message.title for message in office.told] == ["Materi tidak ditemukan"]
    assert text(office).toPlainText() == ""
    assert not office.is_shown("finish_button")


@pytest.mark.skipif(sys.platform == "win32", reason="a full disk is made by a limit of POSIX")
def test_a_full_disk_lets_the_lesson_be_finished_later(office: Office, tmp_path: Path) -> None:
    office.show(FIRST)
    with full_disk(tmp_path / "data"):
        office.click("finish_button")
        assert [message.title for message in office.told] == ["Data tidak dapat disimpan"]
        assert not office.is_shown("quiz_button")
    office.click("finish_button")
    assert office.is_shown("quiz_button")
    assert len(office.records()) == 2
