from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.ui.navigator import CourseOverview, Home

if TYPE_CHECKING:
    from tests.desktop.ui.learning.office import Office

COURSE = CourseOverview("ASN-99")


def test_says_what_the_course_is_and_who_gives_it(office: Office) -> None:
    office.show(COURSE)
    words = office.texts()
    assert "Contoh pelatihan kecil" in words
    assert "ASN-99 · 1 JP · 45 menit · 2 pelajaran" in words
    assert "Penyelenggara: BKPSDM Kota Dumai · Berlaku per 24 November 2026" in words
    assert "•  Menjaga kata sandi komputer bersama" in words


def test_tells_the_rules_of_the_end_test(office: Office) -> None:
    office.show(COURSE)
    words = office.texts("exam_card_asn-99-akhir")
    assert "2 soal · Nilai batas lulus 70 · Percobaan tidak dibatasi" in words
    assert "Lulus tes akhir memberi Anda 1 JP." in words
    assert "Belum dicoba" in words
    office.click("start_asn-99-akhir")
    assert office.page.objectName() == "quiz_page"


def test_tells_the_state_of_each_lesson_in_words(office: Office) -> None:
    learner = office.learner.id
    office.run(lambda store: store.finish_lesson(learner, "ASN-99", 1, "asn-99-01", 60))
    office.send("ASN-99", "asn-99-01", right=True)
    office.show(COURSE)
    words = office.texts()
    assert "Selesai dibaca\nKuis: Nilai terbaik 100" in words
    assert "Belum dibaca\nKuis: Belum dicoba" in words
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == "read_asn-99-02"
    assert focused.accessibleName() == "Baca: Kata sandi"


def test_the_keyboard_begins_where_it_can_be_seen(office: Office) -> None:
    learner = office.learner.id
    office.run(lambda store: store.finish_lesson(learner, "ASN-99", 1, "asn-99-01", 60))
    office.show(COURSE, height=400)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == "read_asn-99-02"
    office.qtbot.waitUntil(lambda: focused.visibleRegion().boundingRect() == focused.rect())


def test_a_failed_end_test_may_be_repeated(office: Office) -> None:
    office.send("ASN-99", "asn-99-akhir", right=False)
    office.show(COURSE)
    assert "Belum lulus, nilai terbaik 0" in office.texts("exam_card_asn-99-akhir")
    assert office.find("start_asn-99-akhir").property("text") == "Ulangi tes akhir"


def test_leads_to_the_practice_quiz_and_back_home(office: Office) -> None:
    office.show(COURSE)
    office.click("practice_asn-99-02")
    assert "Kuis latihan: Kata sandi" in office.texts()
    office.show(COURSE)
    office.press(Qt.Key.Key_Escape)
    assert office.page.objectName() == "home_page"
    office.show(Home())


def test_a_course_that_is_not_here_is_told(office: Office) -> None:
    office.show(CourseOverview("ASN-55"))
    assert "Materi tidak ditemukan\nPelatihan ASN-55 tidak ada di komputer ini." in office.texts()
    office.press(Qt.Key.Key_Return)
    assert office.page.objectName() == "home_page"
