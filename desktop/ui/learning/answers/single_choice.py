"""Single choice: radio buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from desktop.ui.learning.answers.choice_rows import ChoiceRows

if TYPE_CHECKING:
    from desktop.ui.learning.answers.base import Markup
    from lessons.questions.base import Form
    from lessons.records import RawAnswer


class SingleChoiceWidget(ChoiceRows):
    """One of several options; the raw answer is the option's id."""

    hint = "Pilih satu jawaban."
    button_type = QRadioButton

    def __init__(self, form: Form, markup: Markup, parent: QWidget | None = None) -> None:
        super().__init__(form, markup, parent)
        group = QButtonGroup(self)
        for row in self.rows:
            group.addButton(row.button)

    def answer(self) -> RawAnswer:
        """The id of the chosen option."""
        return next(iter(self.chosen()), None)

    def show_answer(self, answer: RawAnswer) -> None:
        """Choose the option with this id."""
        for row in self.rows:
            if row.option == answer:
                row.button.setChecked(True)
