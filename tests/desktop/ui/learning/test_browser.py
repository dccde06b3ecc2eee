from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QHelpEvent, QImage, QTextCursor, QTextDocument, QWheelEvent
from PySide6.QtWidgets import QApplication, QToolTip

from desktop.ui.learning.browser import CourseBrowser, LessonPage
from desktop.ui.learning.course_files import Refused, picture_file
from desktop.ui.learning.markup import theme_colours
from desktop.ui.learning.reading_place import EDGE, go_to_place
from lessons.catalogue import load_catalogue
from lessons.rendering import lesson_page
from tests.desktop.ui.learning.office import COURSES

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

PARAGRAPHS = "".join(
    f"<h2><a name='bagian-{n}'></a>Bagian {n}</h2><p>{f'kata ke-{n} dari pelajaran ' * 40}</p>"
    for n in range(30)
)
LINE_AND_MARGIN = 50
IMAGE = int(QTextDocument.ResourceType.ImageResource.value)


@pytest.fixture
def course(tmp_path: Path) -> Path:
    folder = tmp_path / "course"
    (folder / "img").mkdir(parents=True)
    wide = QImage(2400, 300, QImage.Format.Format_RGB32)
    wide.fill(QColor("red"))
    assert wide.save(str(folder / "img" / "lebar.png"))
    assert wide.save(str(tmp_path / "rahasia.png"))
    (folder / "img" / "keluar.png").symlink_to(tmp_path / "rahasia.png")
    (folder / "img" / "palsu.png").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    (folder / "img" / "gambar.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    (folder / "course.md").write_text("---")
    return folder


@pytest.fixture
def browser(qtbot: QtBot) -> CourseBrowser:
    made = CourseBrowser()
    qtbot.addWidget(made)
    made.resize(900, 400)
    made.show()
    qtbot.waitExposed(made)
    return made


def first_words(browser: CourseBrowser) -> str:
    """The paragraph at the upper edge."""
    return browser.cursorForPosition(QPoint(browser.width() // 2, EDGE + 1)).block().text()[:20]


@pytest.mark.parametrize(
    "name",
    [
        "",
        "../rahasia.png",
        "img/../../rahasia.png",
        "/etc/passwd",
        "file:///etc/passwd",
        "http://192.0.2.1/a.png",
        "img\\lebar.png",
        "img/keluar.png",
        "img/gambar.svg",
        "img/tidak-ada.png",
        "img",
        "course.md",
        "img/lebar.png\0.png",
        "img/%2e%2e/lebar.png",
        "data:image/png;base64,AAAA",
    ],
)
def test_a_file_outside_the_allow_list_is_refused(course: Path, name: str) -> None:
    with pytest.raises(Refused):
        picture_file(course, name)


def test_a_picture_of_the_course_is_allowed(course: Path) -> None:
    assert picture_file(course, "img/lebar.png") == course.resolve() / "img" / "lebar.png"


@pytest.mark.expects_log("refused resource .*not a plain relative path")
def test_an_absolute_address_shows_nothing_of_the_file(
    browser: CourseBrowser, course: Path, tmp_path: Path
) -> None:
    secret = QUrl.fromLocalFile(str(tmp_path / "rahasia.png")).toString()
    browser.show_page(LessonPage(f"<p><img src='{secret}'></p>", course, ()), 0)
    shown = browser.document().resource(IMAGE, QUrl(secret))
    assert isinstance(shown, QImage)
    assert shown.width() == 1


@pytest.mark.expects_log(
    "refused resource .*not in the course", "refused resource .*unknown format"
)
def test_links_out_and_disguised_files_are_refused(browser: CourseBrowser, course: Path) -> None:
    html = "<p><img src='img/keluar.png'><img src='img/palsu.png'></p>"
    browser.show_page(LessonPage(html, course, ()), 0)
    for name in ("img/keluar.png", "img/palsu.png"):
        shown = browser.loadResource(IMAGE, QUrl(name))
        assert isinstance(shown, QImage)
        assert shown.width() == 1


def test_a_wide_picture_fits_the_column(browser: CourseBrowser, course: Path) -> None:
    browser.show_page(LessonPage("<p><img src='img/lebar.png'></p>", course, ()), 0)
    shown = browser.loadResource(IMAGE, QUrl("img/lebar.png"))
    assert isinstance(shown, QImage)
    assert 100 < shown.deviceIndependentSize().width() <= browser.viewport().width()
    ratio = shown.height() / shown.width()
    assert ratio == pytest.approx(300 / 2400, abs=0.01)


def test_a_link_out_of_the_page_is_only_told(browser: CourseBrowser, qtbot: QtBot) -> None:
    browser.show_page(LessonPage(PARAGRAPHS, None, ()), 0)
    with qtbot.waitSignal(browser.link_followed) as told:
        browser.anchorClicked.emit(QUrl("https://jdih.go.id/uu"))
    assert told.args == ["https://jdih.go.id/uu"]
    assert first_words(browser).startswith("Bagian 0")


def test_a_link_inside_the_page_scrolls(browser: CourseBrowser) -> None:
    browser.show_page(LessonPage(PARAGRAPHS, None, ()), 0)
    browser.anchorClicked.emit(QUrl("#bagian-7"))
    assert first_words(browser) == "Bagian 7"


def test_the_place_survives_another_width_and_text_size(browser: CourseBrowser) -> None:
    browser.show_page(LessonPage(PARAGRAPHS, None, ()), 0)
    browser.go_to_anchor("bagian-12")
    browser.resize(600, 350)
    QApplication.processEvents()
    assert first_words(browser) == "Bagian 12"
    browser.set_text_size(160)
    assert first_words(browser) == "Bagian 12"
    browser.set_text_size(100)
    browser.resize(1200, 500)
    QApplication.processEvents()
    assert first_words(browser) == "Bagian 12"


def test_the_place_in_the_middle_of_a_paragraph_is_restored(browser: CourseBrowser) -> None:
    browser.show_page(LessonPage(PARAGRAPHS, None, ()), 0)
    browser.verticalScrollBar().setValue(2345)
    place, words = browser.place(), first_words(browser)
    browser.show_page(LessonPage(PARAGRAPHS, None, ()), 0)
    assert first_words(browser) != words
    browser.show_page(LessonPage(PARAGRAPHS, None, ()), place)
    assert first_words(browser) == words
    assert browser.verticalScrollBar().value() == pytest.approx(2345, abs=30)


def test_every_place_among_tables_and_boxes_is_found_again(browser: CourseBrowser) -> None:
    lesson = load_catalogue(COURSES).courses[0].lessons[0]
    page = LessonPage(lesson_page(lesson, theme_colours()), None, lesson.glossary)
    browser.show_page(page, 0)
    bar = browser.verticalScrollBar()
    for height in range(0, bar.maximum(), 11):
        bar.setValue(height)
        place = browser.place()
        bar.setValue(0)
        go_to_place(browser, place)
        assert abs(bar.value() - height) <= LINE_AND_MARGIN


def test_the_beginning_and_the_end_are_places_too(browser: CourseBrowser) -> None:
    browser.show_page(LessonPage(PARAGRAPHS, None, ()), 0)
    assert browser.verticalScrollBar().value() == 0
    assert not browser.at_end()
    browser.show_page(LessonPage(PARAGRAPHS, None, ()), 1)
    assert browser.at_end()


def test_a_line_holds_60_to_75_characters(browser: CourseBrowser) -> None:
    browser.resize(1400, 400)
    browser.show_page(LessonPage(PARAGRAPHS, None, ()), 0)
    QApplication.processEvents()
    layout = browser.document().findBlockByNumber(1).layout()
    assert layout is not None
    assert 60 <= layout.lineAt(1).textLength() <= 75


def test_ctrl_and_wheel_ask_for_another_size(browser: CourseBrowser, qtbot: QtBot) -> None:
    def wheel(down: int, modifier: Qt.KeyboardModifier) -> QWheelEvent:
        middle = QPointF(browser.rect().center())
        return QWheelEvent(
            middle,
            browser.mapToGlobal(middle),
            QPoint(),
            QPoint(0, -down),
            Qt.MouseButton.NoButton,
            modifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )

    browser.show_page(LessonPage(PARAGRAPHS, None, ()), 0)
    with qtbot.waitSignal(browser.size_asked) as asked:
        QApplication.sendEvent(browser.viewport(), wheel(120, Qt.KeyboardModifier.ControlModifier))
    assert asked.args == [-1]
    assert browser.verticalScrollBar().value() == 0
    QApplication.sendEvent(browser.viewport(), wheel(120, Qt.KeyboardModifier.NoModifier))
    assert browser.verticalScrollBar().value() > 0


@pytest.mark.qt_log_ignore("does not support raise", extend=True)
def test_the_first_place_of_a_term_is_explained(browser: CourseBrowser, qtbot: QtBot) -> None:
    html = "<h2>Agenda</h2><p>Tulis di buku agenda. Agenda itu penting.</p>"
    browser.show_page(LessonPage(html, None, (("Agenda", "Buku catatan surat."),)), 0)
    cursor = QTextCursor(browser.document())
    cursor.setPosition(browser.toPlainText().index("agenda") + 2)
    spot = browser.cursorRect(cursor).center()
    help_event = QHelpEvent(QEvent.Type.ToolTip, spot, browser.viewport().mapToGlobal(spot))
    QApplication.sendEvent(browser.viewport(), help_event)
    assert QToolTip.text() == "Buku catatan surat."
    QToolTip.hideText()
    qtbot.waitUntil(lambda: not QToolTip.isVisible())
    cursor.setPosition(2)
    assert not cursor.charFormat().toolTip()


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_folder_behind_a_link_is_still_the_course(course: Path, tmp_path: Path) -> None:
    behind = tmp_path / "tautan"
    behind.symlink_to(course)
    assert picture_file(behind, "img/lebar.png").is_file()
