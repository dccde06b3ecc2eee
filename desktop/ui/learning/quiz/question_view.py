"""One question on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.kit import Spacing, column, label
from desktop.ui.learning.answers import Markup, answer_widget
from desktop.ui.learning.answers.viewing import keep_in_view
from desktop.ui.learning.rich_label import rich_label

if TYPE_CHECKING:
    from desktop.services.running import Running
    from lessons.records import RawAnswer


class QuestionView(QWidget):
    """Number, title, text and the widget that takes the answer.

    Attributes:
        question: Id of the question.
        widget: Takes the answer.

    Signals:
        changed(): The learner changed the answer.
    """

    changed = Signal()

    def __init__(self, running: Running, position: int, markup: Markup) -> None:
        super().__init__()
        form = running.forms[position]
        self.question = form.question
        self.widget = answer_widget(form, markup)
        self.widget.show_answer(running.answer(form.question))
        self.widget.changed.connect(self.changed)
        layout = column(self, Spacing.S)
        layout.addWidget(label(f"Soal {position + 1} dari {len(running.forms)}", "muted"))
        layout.addWidget(label(form.title, "title"))
        if not self.widget.shows_text:
            layout.addWidget(rich_label(markup(form.text), "question_text"))
        layout.addWidget(label(self.widget.hint, "muted"))
        layout.addWidget(self.widget)
        layout.addStretch(1)

    def answer(self) -> RawAnswer:
        """The answer as it stands."""
        return self.widget.answer()

    def choose(self, position: int) -> bool:
        """Do what the key of an option does; False where there is no such option."""
        return self.widget.choose(position)

    def go_on(self) -> bool:
        """Go on within the answer; False where the next question comes."""
        if not self.widget.go_on():
            return False
        self._show_focus()
        return True

    def focus_answer(self) -> None:
        """Give the keyboard to the answer; where it was begun, to what is still to be done."""
        self.widget.focus_first()
        if self.widget.answer() is not None:
            QTimer.singleShot(0, self, self._show_focus)  # when everything has its place

    def _show_focus(self) -> None:
        if (focused := self.focusWidget()) is not None:
            keep_in_view(focused)
