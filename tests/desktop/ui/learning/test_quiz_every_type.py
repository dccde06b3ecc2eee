"""The quiz page with a question of every type, with real keys, on a real store."""

from __future__ import annotations

import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from desktop.ui.learning.answers.typed_line import TypedLine
from desktop.ui.navigator import Home, QuizRun
from lessons.drawing import draw
from lessons.records import AttemptFinished
from tests.desktop.ui.learning.office import SEED, Office

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.storage.model import OpenAttempt
    from lessons.questions.base import Form
    from lessons.records import RawAnswer

WHOLE = Path(__file__).parents[3] / "whole"
COURSE, QUIZ = "ASN-98", "asn-98-01"
RUN = QuizRun(COURSE, QUIZ)
TYPING_MS = 50
"""A fast typist presses a key each 60 ms."""


@pytest.fixture
def office(start: Callable[[Path], Office]) -> Office:
    return start(WHOLE)


def forms(office: Office) -> tuple[Form, ...]:
    return draw(office.library.quiz(COURSE, QUIZ), SEED)


def open_kind(office: Office, kind: str) -> int:
    """Open the question of a type; gives its number."""
    number = next(n for n, form in enumerate(forms(office), 1) if form.kind == kind)
    office.click(f"question_{number}")
    return number


def draft(office: Office) -> OpenAttempt:
    learner = office.learner.id
    attempt = office.run(lambda store: store.open_attempt(learner, QUIZ))
    assert attempt is not None
    return attempt


def kept(office: Office, kind: str) -> RawAnswer:
    """What is on disk of the question of a type."""
    question = next(form.question for form in forms(office) if form.kind == kind)
    return dict(draft(office).answers).get(question)


def type_keys(office: Office, text: str) -> None:
    """Type without waiting for anything in between."""
    focused = QApplication.focusWidget()
    assert isinstance(focused, TypedLine)
    office.qtbot.keyClicks(focused, text)


def state(office: Office, number: int) -> str:
    return office.find_as(f"question_{number}", QPushButton).accessibleName()


@pytest.mark.parametrize("kind", ["number", "short-text"])
def test_digits_and_letters_typed_into_a_line_choose_nothing_and_move_nowhere(
    office: Office, kind: str
) -> None:
    office.show(RUN)
    number = open_kind(office, kind)
    type_keys(office, "1a2b")
    office.settle()
    assert kept(office, kind) == "1a2b"
    assert f"Soal {number} dari 9" in office.texts()


def test_the_last_key_before_a_move_is_on_disk(office: Office) -> None:
    office.show(RUN)
    open_kind(office, "short-text")
    type_keys(office, "Komisi Pemberantasan Korupsi")
    assert isinstance(QApplication.focusWidget(), TypedLine)
    office.press(Qt.Key.Key_Return)
    assert kept(office, "short-text") == "Komisi Pemberantasan Korupsi"


def test_the_last_key_before_leaving_is_on_disk(office: Office) -> None:
    office.show(RUN)
    open_kind(office, "short-text")
    type_keys(office, "KPK ")
    office.page.leave()
    office.settle()
    assert kept(office, "short-text") == "KPK "


def test_every_key_that_was_acknowledged_outlives_a_kill(
    start: Callable[[Path], Office],
) -> None:
    first = start(WHOLE)
    first.show(RUN)
    number = open_kind(first, "short-text")
    type_keys(first, "Komisi Pem")
    first.wait(lambda: "Tersimpan" in first.texts("saved_mark"))
    first.kill()
    second = start(WHOLE)
    second.show(Home())
    second.press(Qt.Key.Key_Return)
    assert f"Soal {number} dari 9" in second.texts()
    type_keys(second, "b")
    second.settle()
    assert kept(second, "short-text") == "Komisi Pemb"


def test_typing_stays_quick_though_each_key_is_saved(office: Office) -> None:
    office.show(RUN)
    open_kind(office, "short-text")
    times = []
    for letter in "Komisi Pemberantasan Korupsi" * 3:
        begun = time.perf_counter()
        type_keys(office, letter)
        QApplication.processEvents()
        times.append((time.perf_counter() - begun) * 1000)
    office.settle()
    assert kept(office, "short-text") == "Komisi Pemberantasan Korupsi" * 3
    assert median(times) < TYPING_MS


def test_a_number_that_cant_be_read_is_named_wherever_answers_are_counted(office: Office) -> None:
    office.show(RUN)
    number = open_kind(office, "number")
    type_keys(office, "1.5")
    office.settle()
    assert kept(office, "number") == "1.5"
    assert state(office, number) == f"Soal {number}, angka belum terbaca, sedang dibuka"
    while not office.is_shown("send_button"):
        office.click("next_button")
    words = f"Soal nomor {number}: angka belum terbaca"
    assert words in office.texts()
    assert "Angka belum terbaca" in office.texts()
    office.click("send_button")
    assert words in office.texts("send_question")


def test_going_to_a_number_that_cant_be_read_gives_it_the_keyboard(office: Office) -> None:
    office.show(RUN)
    number = open_kind(office, "number")
    type_keys(office, "lima")
    office.settle()
    while not office.is_shown("send_button"):
        office.click("next_button")
    office.click(f"review_question_{number}")
    focused = QApplication.focusWidget()
    assert isinstance(focused, TypedLine)
    assert focused.text() == "lima"
    assert office.is_shown("number_field_error")
    office.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    type_keys(office, "30")
    office.settle()
    assert state(office, number) == f"Soal {number}, sudah dijawab, sedang dibuka"
    assert not office.is_shown("number_field_error")


def test_half_an_answer_is_not_counted_as_one(office: Office) -> None:
    office.show(RUN)
    number = open_kind(office, "matching")
    office.press(Qt.Key.Key_Down)
    assert state(office, number) == f"Soal {number}, belum lengkap, sedang dibuka"
    office.show(Home())
    assert "0 dari 9 soal sudah dijawab" in office.texts("continue_card")
    office.show(RUN)
    while not office.is_shown("send_button"):
        office.click("next_button")
    office.click("send_button")
    assert f"Soal nomor {number} belum lengkap" in office.texts("send_question")


def test_enter_goes_through_a_question_before_it_goes_on(office: Office) -> None:
    office.show(RUN)
    number = open_kind(office, "gaps")
    for text in ("KPK", "30"):
        type_keys(office, text)
        office.press(Qt.Key.Key_Return)
    office.press(Qt.Key.Key_Down)
    office.settle()
    assert f"Soal {number} dari 9" in office.texts()
    given = kept(office, "gaps")
    assert isinstance(given, dict)
    assert (given["1"], given["2"]) == ("KPK", "30")
    assert given["3"] in ("kerja", "kalender", "libur")
    office.press(Qt.Key.Key_Return)
    assert f"Soal {number} dari 9" not in office.texts()


def test_an_order_is_moved_by_keys_and_kept(office: Office) -> None:
    office.show(RUN)
    open_kind(office, "ordering")
    before = [
        choice.id for form in forms(office) if form.kind == "ordering" for choice in form.choices
    ]
    office.press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert kept(office, "ordering") == [before[1], before[0], *before[2:]]


def test_every_type_answered_rightly_is_worth_everything(office: Office) -> None:
    office.show(office.send(COURSE, QUIZ, right=True))
    words = office.texts()
    assert "Nilai Anda 100." in words
    assert words.count("Jawaban Anda tepat") == 9 + 4
    sent = office.records()[-1].body
    assert isinstance(sent, AttemptFinished)
    assert sent.claim == 100


def test_the_text_size_grows_questions_and_stays(office: Office) -> None:
    office.show(RUN)
    open_kind(office, "short-text")
    line = office.find_as("text_field", TypedLine)
    small = line.fontMetrics().height()
    for _ in range(3):
        office.press(Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert line.fontMetrics().height() > small
    office.show(Home())
    office.show(RUN)
    open_kind(office, "short-text")
    assert office.find_as("text_field", TypedLine).fontMetrics().height() > small
