"""Moodle XML, as Moodle 4 writes and reads it.

Texts go out as Markdown, which Moodle shows. Parts of a case become questions of their own.
"""

from __future__ import annotations

from functools import singledispatch
from typing import TYPE_CHECKING

from lessons.exporters import moodle_choices, moodle_gaps, moodle_sides, moodle_typed
from lessons.exporters.outcome import Exported, Inexpressible
from lessons.exporters.parts import flattened
from lessons.exporters.xml_text import Texts, element, leaf, plain_text
from lessons.questions.base import Level
from lessons.questions.gaps import Gaps
from lessons.questions.matching import Matching
from lessons.questions.multiple_choice import MultipleChoice, Scoring
from lessons.questions.number import Number
from lessons.questions.ordering import Ordering
from lessons.questions.short_text import ShortText
from lessons.questions.single_choice import SingleChoice
from lessons.questions.true_false import TrueFalse

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from lessons.exporters.written import Written
    from lessons.questions.base import Head, Question

_PLUGIN = "“nilai=semua” memerlukan plugin “multichoiceset” di Moodle"


@singledispatch
def _written(question: Question, _texts: Texts) -> Written:
    raise Inexpressible(f"Moodle tidak mengenal jenis {question.kind}.")


_written.register(SingleChoice, moodle_choices.single_choice)
_written.register(MultipleChoice, moodle_choices.multiple_choice)
_written.register(TrueFalse, moodle_choices.true_false)
_written.register(Matching, moodle_sides.matching)
_written.register(Ordering, moodle_sides.ordering)
_written.register(Number, moodle_typed.number)
_written.register(ShortText, moodle_typed.short_text)
_written.register(Gaps, moodle_gaps.gaps)


def write_moodle_xml(questions: Iterable[Question], folder: Path) -> Exported:
    """All questions in one file.

    Args:
        folder: In which the quiz lies; its pictures are put into the file.
    """
    texts = Texts(folder)
    lines, left_out = [], []
    parts, changed = flattened(questions)
    for question in parts:
        try:
            lines.append(_question(question, texts))
        except Inexpressible as error:
            left_out.append(f"“{question.head.title}” ditinggalkan: {error}")
    body = "\n".join(lines)
    text = f'<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n{body}\n</quiz>\n'
    plugins = (f"“{each.head.title}”: {_PLUGIN}" for each in parts if _is_all_or_nothing(each))
    return Exported(text, (*changed, *plugins), tuple(left_out))


def _is_all_or_nothing(question: Question) -> bool:
    return isinstance(question, MultipleChoice) and question.scoring is Scoring.ALL


def _question(question: Question, texts: Texts) -> str:
    written = _written(question, texts)
    head = question.head
    return element(
        "question",
        *(f"\n  {line}" for line in _head(head, written.text or head.text, texts)),
        *(f"\n  {line}" for line in written.lines),
        "\n",
        type=written.type,
    )


def _head(head: Head, text: str, texts: Texts) -> tuple[str, ...]:
    tags = () if head.level is Level.MEDIUM else (plain_text("tag", f"tingkat:{head.level.value}"),)
    return (
        plain_text("name", head.title),
        texts.markdown("questiontext", text),
        texts.markdown("generalfeedback", head.explanation),
        leaf("defaultgrade", str(head.weight)),
        leaf("penalty", "0.3333333"),
        leaf("hidden", "0"),
        leaf("idnumber", head.id),
        element("tags", *tags),
    )
