"""What every answer widget shares, and what each type must provide."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
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

    Signals:
        changed(): The learner changed the answer; not sent by :meth:`show_answer`.
    """

    hint = ""

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


AnswerFactory = Callable[[Form, Markup], AnswerWidget]
