"""Scenes in a quiz."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from desktop.ui.learning.answers.option_row import OptionRow
from desktop.ui.learning.quiz.question_view import QuestionView
from tests.together.tour.answering import fill

if TYPE_CHECKING:
    from tests.together.tour.driver import Driver, Scene


def open_quiz(driver: Driver, button: str, title: str) -> Scene:
    """Begin a quiz, or go on with it."""
    yield from driver.click(button)
    yield lambda: driver.count(QuestionView) == 1
    yield from driver.picture(title)
    return _question(driver)


def choose(driver: Driver, options: list[str], title: str = "") -> Scene:
    """Click options by their ids, and see that this is saved."""
    for row in _rows(driver):
        if row.option in options:
            yield from driver.click_on(row)
    yield lambda: "Tersimpan" in driver.text("saved_mark")
    if title:
        yield from driver.picture(title)
    return _question(driver)


def fill_in(driver: Driver, answer: object, title: str = "") -> Scene:
    """Give an answer of any kind, and see that this is saved."""
    view = driver.find_kind(QuestionView)
    yield from fill(driver, view.widget, answer)
    yield lambda: "Tersimpan" in driver.text("saved_mark")
    if title:
        yield from driver.picture(title)
    return _question(driver)


def mistype(driver: Driver, typed: str, title: str) -> Scene:
    """Type a number that can't be read; see that it is asked for again, and take it away."""
    driver.type(typed)
    yield driver.seen("number_field_error")
    yield lambda: "Tersimpan" in driver.text("saved_mark")
    yield from driver.picture(title)
    words = driver.find_kind(QLabel, "number_field_error").text()
    number = driver.find_kind(QPushButton, f"question_{_number(driver)}").accessibleName()
    driver.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    driver.press(Qt.Key.Key_Delete)
    return {"words": words, "number": number}


def look_at_reviews(driver: Driver, count: int, title: str) -> Scene:
    """Scroll through what the result says of each question."""
    verdicts = []
    for number in range(1, count + 1):
        driver.bring_into_view(f"question_review_{number}")
        yield driver.seen(f"question_review_{number}")
        verdicts.append(driver.text(f"question_review_{number}"))
        yield from driver.picture(f"{title}-{number}")
    return {"verdicts": verdicts}


def next_question(driver: Driver) -> Scene:
    """Go on by the button."""
    before = driver.find_kind(QuestionView).question
    yield from driver.click("next_button")
    yield lambda: _turned_from(driver, before)
    return _question(driver)


def look_back(driver: Driver, count: int) -> Scene:
    """Open the first questions again one by one, by their numbers."""
    found = []
    for number in range(1, count + 1):
        yield from driver.click(f"question_{number}")
        yield partial(_shows, driver, number)
        found.append(_question(driver))
    return {"found": found}


def send(driver: Driver, title: str) -> Scene:
    """From the last question over the review to the result."""
    yield from driver.click("next_button")
    yield driver.seen("send_button")
    yield from driver.picture(f"{title}-periksa")
    yield from driver.click("send_button")
    yield driver.seen("to_course_button")
    yield from driver.picture(f"{title}-hasil")
    return {"verdict": driver.text("verdict_card"), "status": driver.text("sync_status")}


def _turned_from(driver: Driver, question: str) -> bool:
    return driver.count(QuestionView) == 1 and driver.find_kind(QuestionView).question != question


def _shows(driver: Driver, number: int) -> bool:
    return driver.count(QuestionView) == 1 and f"Soal {number} dari" in driver.words()


def _question(driver: Driver) -> dict[str, Any]:
    view = driver.find_kind(QuestionView)
    return {"question": view.question, "answer": view.answer()}


def _number(driver: Driver) -> int:
    words = next(each for each in driver.words().split("\n") if each.startswith("Soal "))
    return int(words.split()[1])


def _rows(driver: Driver) -> list[OptionRow]:
    return driver.find_kind(QuestionView).findChildren(OptionRow)
