"""What to read again: the headings that the missed questions test."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop.ui.kit import Button, Spacing, button, card, column, label
from desktop.ui.navigator import LessonReader, Navigator

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFrame

    from desktop.services.outcome import Outcome, Reread


def reread_card(outcome: Outcome, navigator: Navigator) -> QFrame:
    """A button for each heading, grouped by lesson, that opens the lesson there."""
    made = card()
    made.setObjectName("reread_card")
    layout = column(made, Spacing.XS, Spacing.L)
    layout.addWidget(label("Pelajari kembali bagian ini", "heading"))
    lesson = ""
    for each in outcome.reread:
        if each.lesson.id != lesson:
            lesson = each.lesson.id
            layout.addWidget(label(each.lesson.title, "muted"))
        go = _link(outcome.course.code, each, navigator)
        layout.addWidget(go, 0, Qt.AlignmentFlag.AlignLeft)
    return made


def _link(course: str, each: Reread, navigator: Navigator) -> Button:
    made = button(each.heading.text, "quiet", "book")
    made.setObjectName(f"reread_{each.lesson.id}_{each.heading.id}")
    made.setAccessibleName(f"Baca kembali: {each.heading.text}")
    destination = LessonReader(course, each.lesson.id, each.heading.id)
    made.clicked.connect(lambda: navigator.go(destination))
    return made
