"""Short text: one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.ui.kit import Spacing, column
from desktop.ui.learning.answers.base import AnswerWidget, Markup
from desktop.ui.learning.answers.typed_line import TypedLine

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from lessons.questions.base import Form
    from lessons.records import RawAnswer


class ShortTextWidget(AnswerWidget):
    """The raw answer is the text as typed.

    Attributes:
        edit: The line.
    """

    hint = "Ketik jawaban singkat. Huruf besar atau kecil tidak berpengaruh."

    def __init__(self, form: Form, _markup: Markup, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = TypedLine("text_field", f"Jawaban Anda: {form.title}")
        self.edit.setAccessibleDescription(self.hint)
        self.edit.textEdited.connect(self.changed)
        column(self, Spacing.S).addWidget(self.edit)

    def answer(self) -> RawAnswer:
        """The text; None where there is none."""
        return self.edit.typed() or None

    def show_answer(self, answer: RawAnswer) -> None:
        """Show a kept text."""
        self.edit.show_typed(answer)

    def choose(self, _position: int) -> bool:
        """There are no options."""
        return False

    def focus_first(self) -> None:
        """Give the keyboard to the line."""
        self.edit.focus_end()
