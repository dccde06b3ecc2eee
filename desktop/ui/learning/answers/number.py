"""Number: one line with its unit, and a word at once where it can't be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer

from desktop.ui.kit import Spacing, column, label, picture, row, set_role
from desktop.ui.learning.answers.base import AnswerWidget, Markup
from desktop.ui.learning.answers.typed_line import TypedLine
from lessons.questions.registry import asks_again

if TYPE_CHECKING:
    from PySide6.QtWidgets import QVBoxLayout, QWidget

    from lessons.questions.base import Form
    from lessons.records import RawAnswer

_LINE_WIDTH = 260
_PAUSE_MS = 800
"""After so long without a key a number is taken for finished; the beginning of one is no fault."""


class NumberWidget(AnswerWidget):
    """The raw answer is the number as typed.

    Attributes:
        edit: The line.
    """

    hint = "Ketik angka. Titik memisahkan ribuan, koma memisahkan pecahan: 1.250.000 atau 2,5."

    def __init__(self, form: Form, _markup: Markup, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = form
        self.edit = TypedLine("number_field", _name(form))
        self.edit.setInputMethodHints(Qt.InputMethodHint.ImhPreferNumbers)
        self.edit.setAccessibleDescription(self.hint)
        self.edit.setFixedWidth(_LINE_WIDTH)
        self.edit.textEdited.connect(self._take)
        self.edit.installEventFilter(self)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._judge)
        self._icon = picture("alert-triangle", "danger")
        self._words = label("", "error")
        self._words.setObjectName("number_field_error")
        self._lay_out(form.unit)
        self._judge()

    def answer(self) -> RawAnswer:
        """What was typed; None where there is nothing."""
        return self.edit.typed() or None

    def show_answer(self, answer: RawAnswer) -> None:
        """Show a kept number as it was typed, and say where it can't be read."""
        self.edit.show_typed(answer)
        self._judge()

    def choose(self, _position: int) -> bool:
        """There are no options."""
        return False

    def focus_first(self) -> None:
        """Give the keyboard to the line."""
        self.edit.focus_end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Who leaves the line has finished the number."""
        if event.type() == QEvent.Type.FocusOut:
            self._judge()
        return super().eventFilter(watched, event)

    def _take(self) -> None:
        self.changed.emit()
        if self._complaint():
            self._pause.start()
        else:
            self._judge()

    def _complaint(self) -> str:
        return asks_again(self._form, self.answer())

    def _judge(self) -> None:
        self._pause.stop()
        words = self._complaint()
        self._words.setText(words)
        self._words.setVisible(bool(words))
        self._icon.setVisible(bool(words))
        self.edit.setAccessibleDescription(words or self.hint)
        set_role(self.edit, "true" if words else "false", "wrong")

    def _lay_out(self, unit: str) -> None:
        first = row(gap=Spacing.S)
        first.addWidget(self.edit)
        first.addWidget(label(unit), 1)
        second = row(gap=Spacing.S)
        second.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        second.addWidget(self._words, 1)
        layout: QVBoxLayout = column(self, Spacing.S)
        layout.addLayout(first)
        layout.addLayout(second)


def _name(form: Form) -> str:
    unit = f", dalam {form.unit}" if form.unit else ""
    return f"Jawaban Anda: {form.title}{unit}"
