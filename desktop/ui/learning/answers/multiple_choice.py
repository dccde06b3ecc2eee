"""Multiple choice: check boxes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox

from desktop.ui.learning.answers.choice_rows import ChoiceRows

if TYPE_CHECKING:
    from lessons.records import RawAnswer


class MultipleChoiceWidget(ChoiceRows):
    """Any number of options; the raw answer is the sorted list of their ids."""

    hint = "Anda boleh memilih lebih dari satu jawaban."
    button_type = QCheckBox

    def answer(self) -> RawAnswer:
        """The ids of the chosen options; None when there is none."""
        return self.chosen() or None

    def show_answer(self, answer: RawAnswer) -> None:
        """Tick the options with these ids and no other."""
        ids = answer if isinstance(answer, list) else []
        for row in self.rows:
            row.button.setChecked(row.option in ids)
