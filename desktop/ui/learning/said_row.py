"""One place of a question, looked back on: what was given there, and what is right."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame

from desktop.ui.kit import Spacing, column, label, picture, row, set_role
from desktop.ui.learning.rich_label import rich_label

if TYPE_CHECKING:
    from desktop.ui.learning.answers import Markup
    from lessons.questions.reading_back import Said

_UNREADABLE = ("alert-triangle", "warning", "Angka tidak terbaca")
_OR = " <i>atau</i> "


def said_row(said: Said, number: int, markup: Markup, *, is_readable: bool = True) -> QFrame:
    """A frame with icon, place, both answers and a verdict in words."""
    made = QFrame()
    made.setObjectName(f"said_{number}")
    set_role(made, "answer")
    icon, colour, words = _verdict(said) if is_readable else _UNREADABLE
    set_role(made, "plain" if colour == "warning" else colour, "tone")
    layout = row(made, Spacing.S, Spacing.S)
    layout.addWidget(picture(icon, colour), 0, Qt.AlignmentFlag.AlignTop)
    lines = column(gap=Spacing.XS)
    for html in _lines(said, markup):
        lines.addWidget(rich_label(html))
    layout.addLayout(lines, 1)
    mark = label(words)
    mark.setWordWrap(False)
    layout.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    return made


def _verdict(said: Said) -> tuple[str, str, str]:
    if not said.given:
        return "alert-circle", "warning", "Belum dijawab"
    if said.score == 1:
        return "circle-check", "success", "Tepat"
    if said.score > 0:
        return "alert-circle", "warning", "Tepat sebagian"
    return "x", "danger", "Belum tepat"


def _lines(said: Said, markup: Markup) -> list[str]:
    lines = [f"<b>{markup(said.place)}</b>"] if said.place else []
    if said.given:
        lines.append(f"Jawaban Anda: {_shown(said.given, said, markup)}")
    if said.score < 1 or len(said.right) > 1:
        right = _OR.join(_shown(each, said, markup) for each in said.right)
        lines.append(f"Jawaban yang tepat: {right}")
    return lines


def _shown(text: str, said: Said, markup: Markup) -> str:
    return escape(text) if said.is_typed else markup(text)
