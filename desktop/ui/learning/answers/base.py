"""What every answer widget shares, and what each type must provide."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from lessons.questions.base import Form

if TYPE_CHECKING:
    from lessons.records import RawAnswer

Markup = Callable[[str], str]
"""Turns the Markdown of a question into rich text in the colours of the theme."""


class AnswerWidget(QWidget):
    """Shows a question's form and takes the answer; one subclass for each question type.

    Attributes:
        hint: Tells people how to answer.
        shows_text: Whether it shows the question's text itself, with places to answer in it.

    Signals:
        changed(): The learner changed the answer; not sent by :meth:`show_answer`.
    """

    hint = ""
    shows_text = False

    changed = Signal()

    def answer(self) -> RawAnswer:
        """The answer as it stands; None while nothing was answered."""
        raise NotImplementedError

    def show_answer(self, answer: RawAnswer) -> None:
        """Show a kept answer; what does not fit the form is shown as unanswered."""
        raise NotImplementedError

    def choose(self, position: int) -> bool:
        """Do what an option's key does, counted from 0; False where there is no such option."""
        raise NotImplementedError

    def focus_first(self) -> None:
        """Give the keyboard to the place where answering begins."""
        raise NotImplementedError

    def go_on(self) -> bool:
        """Do what Enter does within the answer; False where it leads to the next question."""
        return False


def focus_after(places: Sequence[QWidget]) -> bool:
    """Give the keyboard to the place after the one that has it; False where there is none."""
    here = next((n for n, place in enumerate(places) if place.hasFocus()), len(places))
    for place in places[here + 1 :][:1]:
        place.setFocus(Qt.FocusReason.TabFocusReason)
        return True
    return False


AnswerFactory = Callable[[Form, Markup], AnswerWidget]
