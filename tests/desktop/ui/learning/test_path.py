"""The learner's whole way: home, lesson, quiz, result; by mouse and by keyboard alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop.ui.learning.answers.option_row import OptionRow
from desktop.ui.navigator import Home
from lessons.records import AttemptFinished, LessonFinished

if TYPE_CHECKING:
    from tests.desktop.ui.learning.office import Office


def answer_right(office: Office, course: str, quiz: str) -> None:
    """Press the keys of the right options of the question on the screen."""
    questions = office.questions(course, quiz)
    rows = office.page.findChildren(OptionRow)
    for question in questions.values():
        key = question.full_key()
        ids = [key] if isinstance(key, str) else list(key or ())
        if question.head.title in office.texts():
            for number, row in enumerate(rows):
                if row.option in ids:
                    office.press(Qt.Key(Qt.Key.Key_1 + number))


def test_reads_answers_and_sees_the_result_by_keyboard(office: Office) -> None:
    office.show(Home())
    office.press(Qt.Key.Key_Return)
    assert office.page.objectName() == "reader_page"
    office.find("finish_button").setFocus()
    office.press(Qt.Key.Key_Return)
    office.press(Qt.Key.Key_Return)
    assert office.page.objectName() == "quiz_page"
    for _ in range(3):
        answer_right(office, "ASN-99", "asn-99-01")
        office.press(Qt.Key.Key_Return)
    assert office.is_shown("send_button")
    office.press(Qt.Key.Key_Return)
    assert office.page.objectName() == "result_page"
    assert "Lulus\nNilai Anda 100. Nilai batas lulus 60." in office.texts()
    kinds = [type(record.body) for record in office.records()[1:]]
    assert kinds == [LessonFinished, AttemptFinished]
    attempt = office.records()[-1].body
    assert isinstance(attempt, AttemptFinished)
    assert attempt.claim == 100
    office.press(Qt.Key.Key_Return)
    assert office.page.objectName() == "course_page"
    office.press(Qt.Key.Key_Escape)
    assert office.page.objectName() == "home_page"


def test_reads_answers_and_sees_the_result_by_mouse(office: Office) -> None:
    office.show(Home())
    office.click("open_course_ASN-99")
    office.click("read_asn-99-02")
    office.click("finish_button")
    office.click("quiz_button")
    for _ in range(2):
        office.click("option_a")
        office.click("next_button")
    office.click("send_button")
    assert office.page.objectName() == "result_page"
    office.click("to_course_button")
    assert "1 dari 2 pelajaran selesai" in office.texts()
