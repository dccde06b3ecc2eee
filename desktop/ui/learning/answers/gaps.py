"""Gaps: lines to type in and boxes to choose from, each in its place in the text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop.ui.kit import Spacing, column, label, row
from desktop.ui.learning.answers.base import AnswerWidget, Markup, focus_after
from desktop.ui.learning.answers.choice_box import ChoiceBox
from desktop.ui.learning.answers.gap_text import GAP, GapText
from desktop.ui.learning.answers.plain import plain_words
from desktop.ui.learning.answers.typed_line import TypedLine

if TYPE_CHECKING:
    from PySide6.QtWidgets import QVBoxLayout, QWidget

    from lessons.questions.base import Form, Place
    from lessons.records import RawAnswer

_NEAR = 40
"""Letters of the text around a gap that its accessible name holds, on each side."""

Blank = TypedLine | ChoiceBox


class GapsWidget(AnswerWidget):
    """The raw answer maps gaps to texts, as typed or as chosen.

    Attributes:
        blanks: By the name of their gap, in the order of the question.
    """

    hint = "Isi setiap bagian yang kosong. Enter membawa Anda ke isian berikutnya."
    shows_text = True

    def __init__(self, form: Form, markup: Markup, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        html = markup(form.text)
        words = plain_words(html)
        self.blanks: dict[str, Blank] = {
            place.id: self._blank(place, number, words)
            for number, place in enumerate(form.places, 1)
        }
        in_text = {found[1] for found in GAP.finditer(html)}
        inside = {name: each for name, each in self.blanks.items() if name in in_text}
        layout = column(self, Spacing.M)
        self._text = GapText(html, inside)
        self._text.setObjectName("gap_text")
        layout.addWidget(self._text)
        for name in self.blanks.keys() - inside.keys():
            _add_below(layout, name, self.blanks[name])

    def answer(self) -> RawAnswer:
        """What stands in the gaps that are filled; None while none is."""
        given = {name: _given(blank) for name, blank in self.blanks.items()}
        return {name: text for name, text in given.items() if text} or None

    def show_answer(self, answer: RawAnswer) -> None:
        """Show kept texts in the gaps that there are."""
        given = answer if isinstance(answer, Mapping) else {}
        for name, blank in self.blanks.items():
            if isinstance(blank, ChoiceBox):
                blank.show_choice(given.get(name))
            else:
                blank.show_typed(given.get(name))

    def choose(self, position: int) -> bool:
        """Choose in the box that has the keyboard."""
        for blank in self.blanks.values():
            if isinstance(blank, ChoiceBox) and blank.hasFocus() and position + 1 < blank.count():
                blank.setCurrentIndex(position + 1)
                self.changed.emit()
                return True
        return False

    def focus_first(self) -> None:
        """Give the keyboard to the first empty gap, or to the first."""
        blanks = list(self.blanks.values())
        empty = [blank for blank in blanks if not _given(blank)]
        for blank in (empty or blanks)[:1]:
            blank.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_on(self) -> bool:
        """From one gap to the next."""
        return focus_after(list(self.blanks.values()))

    def _blank(self, place: Place, number: int, words: str) -> Blank:
        name, spoken = f"gap_{place.id}", f"Isian {number}: {_around(words, place.id)}"
        if place.choices:
            box = ChoiceBox([(choice.id, choice.text) for choice in place.choices])
            box.setObjectName(name)
            box.setAccessibleName(spoken)
            box.activated.connect(self.changed)
            return box
        line = TypedLine(name, spoken)
        line.textEdited.connect(self.changed)
        return line


def _given(blank: Blank) -> str:
    return blank.chosen() if isinstance(blank, ChoiceBox) else blank.typed()


def _around(words: str, name: str) -> str:
    """The words before and after a gap; other gaps are said as «isian»."""
    before, _, after = words.partition(f"[[{name}]]")
    before, after = (GAP.sub("(isian)", each).strip() for each in (before, after))
    head = f"…{before[-_NEAR:]}" if len(before) > _NEAR else before
    tail = f"{after[:_NEAR]}…" if len(after) > _NEAR else after
    return f"{head} (kosong) {tail}".strip()


def _add_below(layout: QVBoxLayout, name: str, blank: Blank) -> None:
    """A gap that the text does not show can be filled all the same."""
    line = row(gap=Spacing.S)
    line.addWidget(label(f"[[{name}]]", "muted"))
    line.addWidget(blank, 1)
    layout.addLayout(line)
