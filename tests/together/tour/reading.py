"""Scenes on the pages of a course, outside its quizzes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication

from desktop.ui.learning.browser import CourseBrowser
from desktop.ui.theme import Scheme, Theme
from tests.together.tour.driver import NotOnScreen

if TYPE_CHECKING:
    from tests.together.tour.driver import Driver, Scene

_DARK = 128
_PICTURED_PAGE = 3


def open_course(driver: Driver, course: str, title: str) -> Scene:
    """From the home page, or from a result, to the course."""
    at_home = driver.is_seen("home_page")
    yield from driver.click(f"open_course_{course}" if at_home else "to_course_button")
    yield driver.seen("course_page")
    yield lambda: "Pelajaran" in driver.words()
    yield from driver.picture(title)
    return {"words": driver.words()}


def read_lesson(driver: Driver, lesson: str) -> Scene:
    """Read to the end with the keyboard, then finish."""
    yield from _open_lesson(driver, lesson)
    yield from driver.picture("pelajaran")
    browser = driver.find_kind(CourseBrowser)
    pages = 0
    while not browser.at_end():
        driver.press(Qt.Key.Key_PageDown)
        yield driver.seen("lesson_text")
        pages += 1
        if pages == _PICTURED_PAGE:
            yield from driver.picture("pelajaran-tengah")
    yield from driver.picture("pelajaran-akhir")
    yield from driver.click("finish_button")
    yield driver.seen("quiz_button")
    yield from driver.picture("selesai-dibaca")
    return {"pages": pages}


def go_home(driver: Driver, title: str) -> Scene:
    """Back to the home page by the button at the top."""
    yield from driver.click("home_button")
    yield driver.seen("jp_ring")
    yield from driver.picture(title)
    return {"jp": driver.find("jp_ring").accessibleName(), "words": driver.words()}


def see_in_the_dark(driver: Driver, course: str, lesson: str) -> Scene:
    """The program turns dark: the home page, and a lesson; then it is light again."""
    _theme().choose(Scheme.DARK)
    yield lambda: _lightness() < _DARK
    yield from driver.picture("beranda-gelap")
    yield from driver.click(f"open_course_{course}")
    yield driver.seen("course_page")
    yield from _open_lesson(driver, lesson)
    driver.press(Qt.Key.Key_Home)
    yield from driver.picture("pelajaran-gelap")
    _theme().choose(Scheme.LIGHT)
    yield lambda: _lightness() > _DARK
    return {}


def _open_lesson(driver: Driver, lesson: str) -> Scene:
    yield driver.seen(f"read_{lesson}")
    yield from driver.click(f"read_{lesson}")
    yield driver.seen("lesson_text")
    yield lambda: bool(driver.find_kind(CourseBrowser).anchors)
    return {}


def _theme() -> Theme:
    found = QCoreApplication.instance()
    theme = found.findChild(Theme) if found else None
    if theme is None:
        raise NotOnScreen("the theme")
    return theme


def _lightness() -> int:
    return QGuiApplication.palette().window().color().lightness()
