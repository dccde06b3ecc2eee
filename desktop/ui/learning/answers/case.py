"""Case: each part below the other, with the widget of its own type."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop.services.standing import Standing, standing_of
from desktop.ui.kit import Spacing, card, column, label
from desktop.ui.learning.answers.base import AnswerFactory, AnswerWidget, Markup
from desktop.ui.learning.rich_label import rich_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFrame, QWidget

    from lessons.questions.base import Form
    from lessons.records import RawAnswer


class CaseWidget(AnswerWidget):
    """The raw answer maps parts to their raw answers.

    Attributes:
        parts: Part id and the part's widget, in the order shown.
    """

    hint = "Jawab setiap bagian di bawah ini."

    def __init__(
        self,
        form: Form,
        markup: Markup,
        make: AnswerFactory,
        parent: QWidget | None = None,
    ) -> None:
        """Take the form of the case, and what makes the widget of a part."""
        super().__init__(parent)
        self._forms = form.parts
        self.parts: dict[str, AnswerWidget] = {}
        layout = column(self, Spacing.L)
        for number, part in enumerate(form.parts, 1):
            widget = make(part, markup)
            widget.changed.connect(self.changed)
            self.parts[part.question] = widget
            heading = f"Bagian {number} dari {len(form.parts)}"
            layout.addWidget(_part(heading, part, widget, markup))

    def answer(self) -> RawAnswer:
        """The answers of the parts that have one; None while none has."""
        given = {part: widget.answer() for part, widget in self.parts.items()}
        answered = {part: raw for part, raw in given.items() if raw is not None}
        return answered or None  # type: ignore[return-value]  # a part holds no parts

    def show_answer(self, answer: RawAnswer) -> None:
        """Show the kept answers of those parts that there are."""
        given = answer if isinstance(answer, Mapping) else {}
        for part, widget in self.parts.items():
            widget.show_answer(given.get(part))

    def choose(self, position: int) -> bool:
        """Choose in the part that has the keyboard."""
        here = self._here()
        return here is not None and here.choose(position)

    def focus_first(self) -> None:
        """Give the keyboard to the first part that is not answered in full, or to the first."""
        widgets = list(self.parts.values())
        unfinished = [
            each
            for part, each in zip(self._forms, widgets, strict=True)
            if standing_of(part, each.answer()) is not Standing.ANSWERED
        ]
        for each in (unfinished or widgets)[:1]:
            each.focus_first()

    def go_on(self) -> bool:
        """From one place of a part to the next, and from part to part."""
        here = self._here()
        if here is None or here.go_on():
            return here is not None
        widgets = list(self.parts.values())
        for each in widgets[widgets.index(here) + 1 :][:1]:
            each.focus_first()
            return True
        return False

    def _here(self) -> AnswerWidget | None:
        focus = self.focusWidget()
        if focus is None or not focus.hasFocus():
            return None
        return next((each for each in self.parts.values() if each.isAncestorOf(focus)), None)


def _part(heading: str, part: Form, widget: AnswerWidget, markup: Markup) -> QFrame:
    made = card()
    made.setObjectName(f"part_{part.question}")
    made.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    layout = column(made, Spacing.S, Spacing.L)
    layout.addWidget(label(heading, "muted"))
    layout.addWidget(label(part.title, "heading"))
    if not widget.shows_text and part.text:
        layout.addWidget(rich_label(markup(part.text)))
    layout.addWidget(label(widget.hint, "small"))
    layout.addWidget(widget)
    return made
