from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QProgressBar

from desktop.services.jp import jp_standing
from desktop.storage.model import Place
from desktop.ui.learning.jp_ring import JpRing, jp_words
from desktop.ui.navigator import Home, QuizRun
from tests.desktop.ui.learning.office import COURSES, Office, now

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QColor
    from pytestqt.qtbot import QtBot

    from desktop.storage.store import Store

COURSE = "ASN-99"


def test_greets_by_first_name_and_gives_continue_the_keyboard(office: Office) -> None:
    office.show(Home())
    assert "Selamat datang, Siti" in office.texts()
    assert QApplication.focusWidget() is office.find("continue_button")
    assert "Surat masuk\nPelajaran berikutnya · 20 menit" in office.texts("continue_card")
    assert "0 dari 2 pelajaran selesai" in office.texts("course_card_ASN-99")


def test_continue_goes_to_the_lesson_read_last(office: Office) -> None:
    place = Place(COURSE, "asn-99-02", 0.4, now())
    office.run(lambda store: store.keep_place(office.learner.id, place))
    office.show(Home())
    assert "Kata sandi\nLanjutkan membaca · 20 menit" in office.texts("continue_card")
    office.click("continue_button")
    assert "Pelajaran 2 dari 2" in office.texts()


def test_continue_goes_to_an_open_quiz_first(office: Office) -> None:
    place = Place(COURSE, "asn-99-02", 0.4, now())
    office.run(lambda store: store.keep_place(office.learner.id, place))
    office.show(QuizRun(COURSE, "asn-99-akhir"))
    office.press(Qt.Key.Key_1)
    office.show(Home())
    assert "Tes akhir" in office.texts("continue_card")
    assert "1 dari 2 soal sudah dijawab" in office.texts("continue_card")


def test_everything_passed_leaves_nothing_to_continue(office: Office) -> None:
    learner = office.learner.id

    def finish_all(store: Store) -> None:
        for lesson in ("asn-99-01", "asn-99-02"):
            store.finish_lesson(learner, COURSE, 1, lesson, 9)

    office.run(finish_all)
    office.show(Home())
    assert "Tes akhir" in office.texts("continue_card")
    office.send(COURSE, "asn-99-akhir", right=True)
    office.settle()
    assert "Semua pelatihan sudah lulus" in office.texts("continue_card")
    assert "Lulus, nilai 100" in office.texts("course_card_ASN-99")
    assert office.find("jp_ring").accessibleName() == "JP tahun 2026: 1 dari 20 JP"
    bar = office.find("course_card_ASN-99").findChild(QProgressBar)
    assert bar is not None
    assert bar.accessibleName() == "2 dari 2 pelajaran selesai"


def test_a_result_that_arrives_refreshes_and_keeps_the_keyboard(office: Office) -> None:
    office.show(Home())
    office.find("open_course_ASN-99").setFocus()
    office.send(COURSE, "asn-99-akhir", right=False)
    office.settle()
    assert "Belum lulus, nilai terbaik 0" in office.texts("course_card_ASN-99")
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == "open_course_ASN-99"


def test_a_broken_course_is_named_with_its_reason_and_the_others_work(
    start: Callable[[Path], Office], tmp_path: Path
) -> None:
    courses = tmp_path / "courses"
    shutil.copytree(COURSES / "mini", courses / "mini")
    shutil.copytree(COURSES / "mini", courses / "rusak")
    (courses / "rusak" / "course.md").write_text(
        "---\nkode: ASN-98\n---\nTanpa apa-apa.\n", "utf-8"
    )
    office = start(courses)
    office.show(Home())
    words = office.texts("left_out_rusak")
    assert "Pelatihan “rusak” belum dapat dibuka" in words
    assert str(tmp_path) not in words
    assert office.is_shown("course_card_ASN-99")


def test_without_any_course_it_says_so(start: Callable[[Path], Office], tmp_path: Path) -> None:
    (tmp_path / "kosong").mkdir()
    office = start(tmp_path / "kosong")
    office.show(Home())
    assert "Belum ada pelatihan" in office.texts("continue_card")
    assert not office.is_shown("continue_button")


def test_pppk_sees_a_ceiling_not_a_goal(office: Office) -> None:
    office.session.sign_in(replace(office.learner, status="PPPK"))
    office.show(Home())
    assert office.find("jp_ring").accessibleName() == "JP tahun 2026: 0 JP terkumpul"
    assert "Batas 24 JP setahun" in office.texts()


@pytest.mark.parametrize("status", ["PNS", "CPNS", ""])
def test_pns_and_unknown_are_held_to_twenty(status: str) -> None:
    assert jp_words(jp_standing(status, 2026, 3)) == "3 dari 20 JP"


@pytest.mark.parametrize(("gathered", "is_full"), [(0, False), (3, False), (20, True), (45, True)])
def test_the_ring_is_full_at_the_goal(qtbot: QtBot, gathered: int, is_full: bool) -> None:
    assert (_left_edge(qtbot, gathered) != _left_edge(qtbot, 0)) == is_full


def _left_edge(qtbot: QtBot, gathered: int) -> QColor:
    """The colour at nine o'clock, which the ring reaches at three quarters."""
    ring = JpRing(jp_standing("PNS", 2026, gathered))
    qtbot.addWidget(ring)
    ring.resize(ring.sizeHint())
    image = ring.grab().toImage()
    return image.pixelColor(8, image.height() // 2)


def test_nothing_is_cut_off_in_the_smallest_window(office: Office) -> None:
    office.show(Home(), 960, 500)
    for name in ("continue_button", "open_course_ASN-99", "jp_ring"):
        widget = office.find(name)
        right = widget.mapTo(office.page, widget.rect().bottomRight()).x()
        assert right <= office.page.width()
        assert widget.width() >= widget.minimumSizeHint().width()
