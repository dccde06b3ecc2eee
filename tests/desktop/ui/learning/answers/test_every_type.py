"""What holds for the widget of every question type."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QWidget

from desktop.ui.learning.answers.base import AnswerWidget
from desktop.ui.learning.answers.order_row import OrderRow
from lessons.questions.registry import TYPES
from tests.desktop.ui.learning.answers.forms import ANSWERS, FORMS, shown

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from lessons.questions.base import Form
    from lessons.records import RawAnswer

every_form = pytest.mark.parametrize("form", FORMS, ids=[form.kind for form in FORMS])
FOREIGN: tuple[RawAnswer, ...] = (
    None,
    "",
    [],
    {},
    ["z", "z"],
    ["i0"],
    ["i0", "i1", "i1"],
    ["i0", "i1", "i2", "i3"],
    {"z": "z"},
    {"a": "z", "1": "", "2": "z"},
    {"tunggal": ["b"], "angka": {"a": "b"}, "isian": "kerja"},
)


def test_there_is_a_form_of_each_type_here() -> None:
    assert {kind.kind for kind in TYPES} <= {form.kind for form in FORMS}


@every_form
def test_says_how_to_answer_and_begins_unanswered(qtbot: QtBot, form: Form) -> None:
    widget = shown(qtbot, form, AnswerWidget)
    assert widget.hint
    assert widget.answer() is None


@every_form
def test_a_kept_answer_is_shown_silently_and_given_back_as_it_was(qtbot: QtBot, form: Form) -> None:
    widget = shown(qtbot, form, AnswerWidget)
    with qtbot.assertNotEmitted(widget.changed):
        widget.show_answer(ANSWERS[form.question])
    assert widget.answer() == ANSWERS[form.question]


@every_form
@pytest.mark.parametrize("odd", FOREIGN, ids=repr)
def test_an_answer_that_does_not_fit_is_shown_as_none(
    qtbot: QtBot, form: Form, odd: RawAnswer
) -> None:
    widget = shown(qtbot, form, AnswerWidget)
    widget.show_answer(odd)
    assert widget.answer() is None


@every_form
def test_everything_that_takes_the_keyboard_has_a_name_without_markup(
    qtbot: QtBot, form: Form
) -> None:
    widget = shown(qtbot, form, AnswerWidget)
    named = [*_fields(widget), *widget.findChildren(OrderRow)]
    assert named
    for each in named:
        name = each.accessibleName() or (each.text() if isinstance(each, QAbstractButton) else "")
        assert name, each
        assert not re.search(r"<|\[\[", name), name


@every_form
def test_the_keyboard_goes_into_the_answer(qtbot: QtBot, form: Form) -> None:
    widget = shown(qtbot, form, AnswerWidget)
    widget.focus_first()
    focused = widget.focusWidget()
    assert focused is not None
    assert focused.hasFocus()


@every_form
@pytest.mark.parametrize("position", [-1, 26])
def test_a_key_beyond_all_options_does_nothing(qtbot: QtBot, form: Form, position: int) -> None:
    widget = shown(qtbot, form, AnswerWidget)
    widget.focus_first()
    assert not widget.choose(position)
    assert widget.answer() is None


@every_form
def test_nothing_is_wider_than_a_small_window(qtbot: QtBot, form: Form) -> None:
    widget = shown(qtbot, form, AnswerWidget, width=560)
    assert widget.minimumSizeHint().width() <= 560
    for each in _fields(widget):
        right = each.mapTo(widget, each.rect().topRight()).x()
        assert right <= widget.width(), each.objectName()


def _fields(widget: QWidget) -> list[QWidget]:
    kinds = (QAbstractButton, QComboBox, QLineEdit)
    found = [each for kind in kinds for each in widget.findChildren(kind)]
    return [each for each in found if each.isVisible()]
