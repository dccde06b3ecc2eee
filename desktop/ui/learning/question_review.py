"""One question of a practice quiz, looked back on: what was chosen, what is right, and why."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.services.standing import Standing
from desktop.ui.kit import Spacing, card, column, label, line, picture, row, set_role
from desktop.ui.learning.answers.gap_text import GAP
from desktop.ui.learning.rich_label import rich_label
from desktop.ui.learning.said_row import said_row
from desktop.ui.learning.state_line import state_line

if TYPE_CHECKING:
    import re

    from desktop.services.outcome import QuestionOutcome
    from desktop.ui.learning.answers import Markup
    from lessons.questions.base import Choice
    from lessons.records import RawAnswer


def question_review(number: int, asked: QuestionOutcome, markup: Markup) -> QFrame:
    """A card with the question, its answers marked in icons and words, feedback and reason."""
    made = card()
    made.setObjectName(f"question_review_{number}")
    layout = column(made, Spacing.S, Spacing.L)
    layout.addWidget(label(f"{number}. {asked.form.title}", "heading"))
    _add_answers(layout, asked, markup)
    for position, part in enumerate(asked.parts, 1):
        layout.addWidget(line())
        heading = f"Bagian {position} dari {len(asked.parts)}: {part.form.title}"
        layout.addWidget(label(heading, "heading"))
        _add_answers(layout, part, markup)
        _add_words(layout, part, markup)
    if asked.parts and asked.explanation:
        layout.addWidget(line())
    _add_words(layout, asked, markup)
    return made


def _add_answers(layout: QVBoxLayout, asked: QuestionOutcome, markup: Markup) -> None:
    html = markup(asked.form.text)
    layout.addWidget(rich_label(filled_text(html, asked) if asked.form.kind == "gaps" else html))
    layout.addWidget(state_line(*_verdict(asked)))
    for choice in () if asked.said else asked.form.choices:
        layout.addWidget(_option(choice, asked, markup))
    for number, said in enumerate(asked.said, 1):
        is_readable = asked.standing is not Standing.UNREADABLE
        layout.addWidget(said_row(said, number, markup, is_readable=is_readable))


def filled_text(html: str, asked: QuestionOutcome) -> str:
    """The text of a question with what the learner gave standing in its gaps."""
    given = {place.id: said for place, said in zip(asked.form.places, asked.said, strict=False)}

    def fill(found: re.Match[str]) -> str:
        said = given.get(found[1])
        if said is None:
            return found[0]
        return f"({found[1]}) <b><u>&nbsp;{escape(said.given) or '…'}&nbsp;</u></b>"

    return GAP.sub(fill, html)


def _verdict(asked: QuestionOutcome) -> tuple[str, str, str]:
    if asked.standing is Standing.OPEN:
        return "alert-circle", "warning", "Belum dijawab"
    if asked.grade.right:
        return "circle-check", "success", "Jawaban Anda tepat"
    if asked.grade.score > 0:
        return "alert-circle", "warning", "Jawaban Anda tepat sebagian"
    if asked.standing is Standing.UNREADABLE:
        return "alert-triangle", "warning", "Angka tidak terbaca, sehingga bernilai 0"
    return "x", "danger", "Jawaban Anda belum tepat"


def _option(choice: Choice, asked: QuestionOutcome, markup: Markup) -> QWidget:
    chosen, right = choice.id in _ids(asked.answer), choice.id in _ids(asked.key)
    made = QFrame()
    set_role(made, "answer")
    set_role(made, _tone(chosen, right), "tone")
    layout = row(made, Spacing.S, Spacing.S)
    icon = (
        ("circle-check", "success") if right else ("x", "danger") if chosen else ("circle", "muted")
    )
    layout.addWidget(picture(*icon), 0, Qt.AlignmentFlag.AlignTop)
    layout.addWidget(rich_label(markup(choice.text)), 1)
    if words := _mark_words(chosen, right):
        mark = label(words)
        mark.setWordWrap(False)
        layout.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    return made


def _tone(chosen: bool, right: bool) -> str:
    if right:
        return "success"
    return "danger" if chosen else "plain"


def _mark_words(chosen: bool, right: bool) -> str:
    words = (["Pilihan Anda"] if chosen else []) + (["Jawaban yang tepat"] if right else [])
    return " · ".join(words)


def _ids(answer: RawAnswer) -> tuple[str, ...]:
    if isinstance(answer, str):
        return (answer,)
    return tuple(answer or ())


def _add_words(layout: QVBoxLayout, asked: QuestionOutcome, markup: Markup) -> None:
    for text in asked.feedback:
        layout.addWidget(rich_label(markup(text)))
    if asked.explanation:
        layout.addWidget(rich_label(f"<b>Pembahasan:</b> {markup(asked.explanation)}"))
