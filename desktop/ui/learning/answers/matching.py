"""Matching: a box beside each left side, and the right sides in full."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop.ui.kit import Spacing, card, column, label, row
from desktop.ui.learning.answers.base import AnswerWidget, Markup, focus_after
from desktop.ui.learning.answers.choice_box import ChoiceBox
from desktop.ui.learning.answers.letters import letter_of
from desktop.ui.learning.answers.plain import plain_words
from desktop.ui.learning.answers.right_sides import RightSides
from desktop.ui.learning.rich_label import rich_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QVBoxLayout, QWidget

    from lessons.questions.base import Form, Place
    from lessons.records import RawAnswer


class MatchingWidget(AnswerWidget):
    """A right side for each left side; the raw answer maps places to ids of choices.

    Attributes:
        places: Ids of the left sides, in the order shown.
        boxes: One for each left side.
    """

    hint = "Pilih pasangan untuk setiap butir. Satu pilihan boleh dipakai lebih dari sekali."

    def __init__(self, form: Form, markup: Markup, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.places = tuple(place.id for place in form.places)
        texts = [(choice.id, markup(choice.text)) for choice in form.choices]
        self._choices = [
            (each, f"{letter_of(position)}. {plain_words(html)}")
            for position, (each, html) in enumerate(texts)
        ]
        self.boxes: list[ChoiceBox] = []
        self._right = RightSides(texts)
        across = row(self, Spacing.L)
        across.addLayout(self._left(form.places, markup), 1)
        across.addWidget(self._right, 1, Qt.AlignmentFlag.AlignTop)

    def answer(self) -> RawAnswer:
        """What was chosen, by place; None while nothing is."""
        chosen = zip(self.places, (box.chosen() for box in self.boxes), strict=True)
        return {place: choice for place, choice in chosen if choice} or None

    def show_answer(self, answer: RawAnswer) -> None:
        """Show the choices of those places that there are."""
        given = answer if isinstance(answer, Mapping) else {}
        for place, box in zip(self.places, self.boxes, strict=True):
            box.show_choice(given.get(place))
        self._show_use()

    def choose(self, position: int) -> bool:
        """Choose in the box that has the keyboard."""
        box = next((each for each in self.boxes if each.hasFocus()), None)
        if box is None or not 0 <= position < len(self._choices):
            return False
        box.setCurrentIndex(position + 1)
        self._change()
        return True

    def focus_first(self) -> None:
        """Give the keyboard to the first box without a choice, or to the first."""
        empty = [box for box in self.boxes if not box.chosen()]
        for box in (empty or self.boxes)[:1]:
            box.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_on(self) -> bool:
        """From one left side to the next."""
        return focus_after(self.boxes)

    def _left(self, places: tuple[Place, ...], markup: Markup) -> QVBoxLayout:
        layout = column(gap=Spacing.S)
        for number, place in enumerate(places, 1):
            html = markup(place.text)
            box = ChoiceBox(self._choices)
            box.setObjectName(f"match_{number}")
            box.setAccessibleName(f"Pasangan butir {number}: {plain_words(html)}")
            box.activated.connect(self._change)
            self.boxes.append(box)
            layout.addWidget(_side(number, html, box))
        layout.addStretch(1)
        return layout

    def _change(self) -> None:
        self._show_use()
        self.changed.emit()

    def _show_use(self) -> None:
        used: dict[str, list[int]] = {}
        for number, box in enumerate(self.boxes, 1):
            used.setdefault(box.chosen(), []).append(number)
        self._right.show_use(used)


def _side(number: int, html: str, box: ChoiceBox) -> QWidget:
    made = card()
    layout = column(made, Spacing.S, Spacing.M)
    words = row(gap=Spacing.S)
    words.addWidget(label(f"{number}."), 0, Qt.AlignmentFlag.AlignTop)
    words.addWidget(rich_label(html), 1, Qt.AlignmentFlag.AlignTop)
    layout.addLayout(words)
    layout.addWidget(box)
    return made
