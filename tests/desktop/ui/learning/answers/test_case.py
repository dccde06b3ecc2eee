from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel

from desktop.ui.learning.answers.case import CaseWidget
from tests.desktop.ui.learning.answers.forms import CASE, keyboard_on, shown

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_each_part_has_number_title_text_and_hint(qtbot: QtBot) -> None:
    widget = shown(qtbot, CASE, CaseWidget)
    words = [each.text() for each in widget.findChildren(QLabel) if each.isVisible()]
    assert words[:4] == ["Bagian 1 dari 3", "Tunggal", "Teks", "Pilih satu jawaban."]
    assert "Berapa hari?" in words
    assert not any("[[1]]" in each for each in words)


def test_parts_are_answered_one_by_one(qtbot: QtBot) -> None:
    widget = shown(qtbot, CASE, CaseWidget)
    widget.focus_first()
    with qtbot.waitSignal(widget.changed):
        assert widget.choose(1)
    assert widget.answer() == {"tunggal": "a"}
    assert widget.go_on()
    assert keyboard_on() == "number_field"
    assert not widget.choose(1)
    with qtbot.waitSignal(widget.changed):
        qtbot.keyClicks(widget.focusWidget(), "3")
    assert widget.answer() == {"tunggal": "a", "angka": "3"}


def test_enter_goes_through_all_parts_and_then_on(qtbot: QtBot) -> None:
    widget = shown(qtbot, CASE, CaseWidget)
    widget.focus_first()
    seen = [keyboard_on()]
    while widget.go_on():
        seen.append(keyboard_on())
    assert seen[1:] == ["number_field", "gap_1", "gap_2"]


def test_the_keyboard_begins_at_the_first_part_that_is_not_finished(qtbot: QtBot) -> None:
    widget = shown(qtbot, CASE, CaseWidget)
    widget.show_answer({"tunggal": "a", "angka": "30", "isian": {"1": "x"}})
    widget.focus_first()
    assert keyboard_on() == "gap_2"


def test_keys_without_a_part_that_has_the_keyboard_do_nothing(qtbot: QtBot) -> None:
    widget = shown(qtbot, CASE, CaseWidget)
    focused = widget.focusWidget()
    assert focused is not None
    focused.clearFocus()
    assert not widget.choose(0)
    assert not widget.go_on()
