from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QRadioButton

from desktop.ui.learning.answers import answer_widget
from desktop.ui.learning.answers.choice_rows import ChoiceRows
from lessons.questions.base import Choice, Form

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from lessons.records import RawAnswer


def form(kind: str, ids: str = "cab") -> Form:
    choices = tuple(Choice(each, f"Pilihan <b>{each}</b>") for each in ids)
    return Form("soal", kind, "Judul", "Teks", choices)


def shown(qtbot: QtBot, kind: str, ids: str = "cab") -> ChoiceRows:
    widget = answer_widget(form(kind, ids), lambda text: text)
    assert isinstance(widget, ChoiceRows)
    qtbot.addWidget(widget)
    widget.show()
    return widget


@pytest.mark.parametrize(
    ("kind", "answer"),
    [("single-choice", "b"), ("true-false", "a"), ("multiple-choice", ["a", "b"])],
)
def test_a_kept_answer_is_shown_silently_and_given_back(
    qtbot: QtBot, kind: str, answer: RawAnswer
) -> None:
    widget = shown(qtbot, kind)
    with qtbot.assertNotEmitted(widget.changed):
        widget.show_answer(answer)
    assert widget.answer() == answer


@pytest.mark.parametrize("kind", ["single-choice", "multiple-choice", "true-false"])
@pytest.mark.parametrize("odd", [None, "z", ["z"], {"a": "b"}, 7])
def test_an_answer_that_does_not_fit_is_shown_as_none(
    qtbot: QtBot, kind: str, odd: RawAnswer
) -> None:
    widget = shown(qtbot, kind)
    widget.show_answer(odd)
    assert widget.answer() is None


def test_letters_tell_the_position_and_ids_stay_the_author_s(qtbot: QtBot) -> None:
    widget = shown(qtbot, "single-choice")
    assert [row.button.accessibleName() for row in widget.rows] == [
        "A. Pilihan c",
        "B. Pilihan a",
        "C. Pilihan b",
    ]
    with qtbot.waitSignal(widget.changed):
        assert widget.choose(1)
    assert widget.answer() == "a"
    assert not widget.choose(3)


def test_true_and_false_carry_no_letters(qtbot: QtBot) -> None:
    widget = shown(qtbot, "true-false")
    assert widget.rows[0].button.accessibleName() == "Pilihan c"


def test_one_radio_button_is_chosen_at_a_time_and_boxes_toggle(qtbot: QtBot) -> None:
    single, several = shown(qtbot, "single-choice"), shown(qtbot, "multiple-choice")
    for widget in (single, several):
        for position in (0, 1, 1):
            widget.choose(position)
    assert single.answer() == "a"
    assert several.answer() == ["c"]
    assert all(isinstance(row.button, QRadioButton) for row in single.rows)
    assert all(isinstance(row.button, QCheckBox) for row in several.rows)


def test_a_click_on_the_text_chooses_and_a_click_let_go_outside_does_not(qtbot: QtBot) -> None:
    widget = shown(qtbot, "single-choice")
    row = widget.rows[2]
    text = next(label for label in row.findChildren(QLabel) if "Pilihan" in label.text())
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=text.geometry().center())
    assert widget.answer() == "b"
    outside = row.rect().bottomRight() * 2
    qtbot.mousePress(widget.rows[0], Qt.MouseButton.LeftButton)
    qtbot.mouseRelease(widget.rows[0], Qt.MouseButton.LeftButton, pos=outside)
    qtbot.mouseClick(widget.rows[0], Qt.MouseButton.RightButton)
    assert widget.answer() == "b"


def test_arrows_move_and_choose_among_radio_buttons(qtbot: QtBot) -> None:
    widget = shown(qtbot, "single-choice")
    with qtbot.waitActive(widget):
        widget.activateWindow()
    widget.choose(0)
    qtbot.keyClick(widget.rows[0].button, Qt.Key.Key_Down)
    assert widget.answer() == "a"


def test_long_options_wrap_instead_of_being_cut(qtbot: QtBot) -> None:
    words = " ".join(["Pemberitahuan"] * 40)
    long = Form("soal", "single-choice", "", "", (Choice("a", words), Choice("b", "Singkat")))
    widget = answer_widget(long, lambda text: text)
    assert isinstance(widget, ChoiceRows)
    qtbot.addWidget(widget)
    widget.resize(400, 600)
    widget.show()
    assert widget.rows[0].width() <= 400
    assert widget.rows[0].height() > 3 * widget.rows[1].height() // 2
