"""The quiz page: every answer on disk before the next question, whatever happens."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication

from desktop.ui.learning.answers.option_row import OptionRow
from desktop.ui.navigator import Home, QuizRun
from lessons.drawing import drawn_ids
from lessons.records import AttemptFinished
from tests.desktop.ui.learning.office import SEED, Office, full_disk

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.storage.model import OpenAttempt

COURSE, QUIZ = "ASN-99", "asn-99-01"
RUN = QuizRun(COURSE, QUIZ)


def kept(office: Office) -> OpenAttempt:
    """The draft as it stands on disk."""
    learner = office.learner.id
    attempt = office.run(lambda store: store.open_attempt(learner, QUIZ))
    assert attempt is not None
    return attempt


def chosen(office: Office) -> list[str]:
    """Ids of the options chosen on the screen."""
    rows = office.page.findChildren(OptionRow)
    return sorted(row.option for row in rows if row.button.isChecked())


def drawn(office: Office) -> tuple[str, ...]:
    return drawn_ids(office.library.quiz(COURSE, QUIZ), SEED)


def test_a_click_on_the_text_of_an_option_is_on_disk_at_once(office: Office) -> None:
    office.show(RUN)
    office.click("option_b")
    rows = office.page.findChildren(OptionRow)
    assert kept(office).answers[0][1] in (rows[1].option, [rows[1].option])
    assert "Tersimpan" in office.texts("saved_mark")


def test_the_next_question_is_noted_on_disk_before_it_is_seen(office: Office) -> None:
    office.show(RUN)
    office.press(Qt.Key.Key_1)
    office.press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert kept(office).current == drawn(office)[1]
    assert "Soal 2 dari 3" in office.texts()
    office.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert kept(office).current == drawn(office)[0]
    assert "Soal 1 dari 3" in office.texts()
    assert len(chosen(office)) == 1


def test_after_a_kill_it_goes_on_at_the_same_question_with_the_same_answers(
    start: Callable[[], Office],
) -> None:
    first = start()
    first.show(RUN)
    first.press(Qt.Key.Key_2)
    first.press(Qt.Key.Key_Return)
    first.press(Qt.Key.Key_1)
    before, answers = chosen(first), kept(first).answers
    first.kill()

    second = start()
    second.show(Home())
    assert "Sedang dikerjakan · 2 dari 3 soal sudah dijawab" in second.texts("continue_card")
    second.press(Qt.Key.Key_Return)
    assert "Soal 2 dari 3" in second.texts()
    assert chosen(second) == before
    assert kept(second).answers == answers
    second.click("question_1")
    assert len(chosen(second)) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="a full disk is made by a limit of POSIX")
def test_a_full_disk_keeps_the_question_and_what_was_chosen(office: Office, tmp_path: Path) -> None:
    office.show(RUN)
    office.press(Qt.Key.Key_1)
    office.press(Qt.Key.Key_Return)
    with full_disk(tmp_path / "data"):
        office.press(Qt.Key.Key_2)
        office.press(Qt.Key.Key_Return)
        assert "Soal 2 dari 3" in office.texts()
        assert "Jawaban belum tersimpan" in office.texts("quiz_failure")
        assert office.texts("saved_mark") == ""
        now_chosen = chosen(office)
        assert now_chosen
        assert len(kept(office).answers) == 1
    office.press(Qt.Key.Key_Return)
    assert "Soal 3 dari 3" in office.texts()
    assert not office.is_shown("quiz_failure")
    assert dict(kept(office).answers)[drawn(office)[1]] in (now_chosen, now_chosen[0])


@pytest.mark.skipif(sys.platform == "win32", reason="a full disk is made by a limit of POSIX")
def test_a_full_disk_keeps_the_quiz_from_being_sent(office: Office, tmp_path: Path) -> None:
    office.show(RUN)
    for _ in range(3):
        office.press(Qt.Key.Key_1)
        office.press(Qt.Key.Key_Return)
    with full_disk(tmp_path / "data"):
        office.click("send_button")
        assert office.page.objectName() == "quiz_page"
        assert "Jawaban belum terkirim" in office.texts("quiz_failure")
    office.click("send_button")
    assert office.page.objectName() == "result_page"
    assert len(office.records()) == 2


def test_unanswered_questions_are_named_and_asked_about_once(office: Office) -> None:
    office.show(RUN)
    office.click("question_3")
    office.press(Qt.Key.Key_1)
    office.click("next_button")
    assert "Soal nomor 1 dan 2 belum dijawab" in office.texts()
    office.click("send_button")
    assert "Soal nomor 1 dan 2 belum dijawab" in office.texts("send_question")
    office.click("answer_first_button")
    assert "Soal 1 dari 3" in office.texts()
    office.click("question_3")
    office.click("next_button")
    office.click("send_button")
    office.click("send_anyway_button")
    assert office.page.objectName() == "result_page"
    sent = office.records()[-1].body
    assert isinstance(sent, AttemptFinished)
    assert [question for question, _ in sent.answers] == list(drawn(office))
    assert [answer is None for _, answer in sent.answers] == [True, True, False]


def test_a_second_quiz_can_be_sent_with_gaps_as_well(office: Office) -> None:
    for quiz in (QUIZ, "asn-99-02"):
        office.show(QuizRun(COURSE, quiz))
        office.click("question_2")
        while not office.is_shown("send_button"):
            office.click("next_button")
        office.click("send_button")
        office.click("send_anyway_button")
        assert office.page.objectName() == "result_page"


def test_the_review_leads_to_a_question(office: Office) -> None:
    office.show(RUN)
    office.click("question_3")
    office.click("next_button")
    office.click("review_question_2")
    assert "Soal 2 dari 3" in office.texts()


def test_the_numbers_tell_their_state_in_words(office: Office) -> None:
    office.show(RUN)
    office.press(Qt.Key.Key_1)
    office.press(Qt.Key.Key_Return)
    numbers = [office.find(f"question_{number}") for number in (1, 2, 3)]
    names = [number.accessibleName() for number in numbers]
    assert names == [
        "Soal 1, sudah dijawab",
        "Soal 2, belum dijawab, sedang dibuka",
        "Soal 3, belum dijawab",
    ]


def test_letters_and_digits_choose_and_unknown_ones_do_nothing(office: Office) -> None:
    office.show(RUN)
    office.press(Qt.Key.Key_9)
    office.press(Qt.Key.Key_Z)
    assert chosen(office) == []
    office.press(Qt.Key.Key_B)
    by_letter = chosen(office)
    office.press(Qt.Key.Key_1)
    office.press(Qt.Key.Key_2)
    assert by_letter
    assert set(by_letter) <= {row.option for row in office.page.findChildren(OptionRow)}


def test_quick_changes_end_with_the_last(office: Office) -> None:
    office.show(RUN)
    focus = QApplication.focusWidget()
    assert focus is not None
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_1, Qt.Key.Key_2):
        office.qtbot.keyClick(QApplication.focusWidget(), key)
    office.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    office.wait(lambda: "Soal 2 dari 3" in office.texts())
    office.click("previous_button")
    shown = chosen(office)
    raw = dict(kept(office).answers)[drawn(office)[0]]
    assert shown == ([] if raw is None else [raw] if isinstance(raw, str) else raw)


def test_an_answer_given_in_the_last_moment_before_leaving_is_kept(office: Office) -> None:
    office.show(RUN)
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_1, Qt.Key.Key_2):
        office.qtbot.keyClick(QApplication.focusWidget(), key)
    shown = chosen(office)
    office.page.leave()
    office.settle()
    raw = dict(kept(office).answers)[drawn(office)[0]]
    assert shown == ([] if raw is None else [raw] if isinstance(raw, str) else raw)


def test_a_move_that_ends_after_leaving_changes_nothing(office: Office) -> None:
    office.show(RUN)
    assert office.area is not None
    office.qtbot.mouseClick(office.find("next_button"), Qt.MouseButton.LeftButton)
    office.area.navigator.go(QuizRun(COURSE, "asn-99-02"))
    office.settle()
    assert "Soal 1 dari 2" in office.texts()
    assert "Kuis latihan: Kata sandi" in office.texts()


def test_leaving_by_the_head_keeps_the_attempt_open(office: Office) -> None:
    office.show(RUN)
    office.press(Qt.Key.Key_1)
    office.press(Qt.Key.Key_Escape)
    assert office.page.objectName() == "course_page"
    assert len(kept(office).answers) == 1


def test_every_option_has_a_name_without_markup(office: Office) -> None:
    office.show(RUN)
    for position in range(3):
        for row in office.page.findChildren(OptionRow):
            name = row.button.accessibleName()
            assert name
            assert "<" not in name
        office.click(f"question_{min(3, position + 2)}")


def test_a_quiz_that_is_not_here_says_so(office: Office) -> None:
    office.show(QuizRun(COURSE, "asn-99-07"))
    assert "Kuis belum dapat dibuka." in office.texts()
    assert [message.title for message in office.told] == ["Materi tidak ditemukan"]


def test_the_seconds_grow_over_two_starts(start: Callable[[], Office]) -> None:
    first = start()
    first.show(RUN)
    attempt, question = kept(first), drawn(first)[0]
    first.run(lambda store: store.keep_answer(attempt.id, question, None, 40))
    first.kill()
    second = start()
    second.show(RUN)
    second.press(Qt.Key.Key_1)
    assert kept(second).seconds >= 40


def test_buttons_are_tall_enough(office: Office) -> None:
    office.show(RUN)
    for button in office.page.findChildren(QAbstractButton):
        row = button.parentWidget()
        target = row if isinstance(row, OptionRow) else button
        if target.isVisible():
            assert target.height() >= 36, target.objectName()
