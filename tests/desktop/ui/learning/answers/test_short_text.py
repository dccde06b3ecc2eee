from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.ui.learning.answers.short_text import ShortTextWidget
from tests.desktop.ui.learning.answers.forms import SHORT_TEXT, keyboard_on, shown

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_every_letter_counts_as_a_change_and_is_kept_as_typed(qtbot: QtBot) -> None:
    widget = shown(qtbot, SHORT_TEXT, ShortTextWidget)
    widget.focus_first()
    assert keyboard_on() == "text_field"
    for letters in ("K", "KP", "KPK", "KPK "):
        with qtbot.waitSignal(widget.changed):
            qtbot.keyClicks(widget.edit, letters[-1])
        assert widget.answer() == letters


def test_blanks_alone_are_no_answer(qtbot: QtBot) -> None:
    widget = shown(qtbot, SHORT_TEXT, ShortTextWidget)
    qtbot.keyClicks(widget.edit, "   ")
    assert widget.answer() is None


def test_letters_and_digits_are_text_and_no_options(qtbot: QtBot) -> None:
    widget = shown(qtbot, SHORT_TEXT, ShortTextWidget)
    widget.focus_first()
    assert not widget.choose(0)
    qtbot.keyClicks(widget.edit, "a1B2")
    assert widget.answer() == "a1B2"
