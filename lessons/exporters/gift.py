"""GIFT, as Moodle 4 reads it.

It knows neither orderings nor gaps with choices, and carries no pictures, weights or levels.
"""

from __future__ import annotations

import re
from functools import singledispatch
from typing import TYPE_CHECKING

from lessons.exporters import gift_choices, gift_typed
from lessons.exporters.gift_text import escaped, markdown
from lessons.exporters.outcome import Exported, Inexpressible
from lessons.exporters.parts import flattened
from lessons.questions.base import Level
from lessons.questions.matching import Matching
from lessons.questions.multiple_choice import MultipleChoice
from lessons.questions.number import Number
from lessons.questions.short_text import ShortText
from lessons.questions.single_choice import SingleChoice
from lessons.questions.true_false import TrueFalse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lessons.questions.base import Question

_PICTURE = re.compile(r"!\[[^\[\]]*\]\(")


def write_gift(questions: Iterable[Question]) -> Exported:
    """All questions that GIFT can say, in one file."""
    blocks, changed, left_out = [], [], []
    parts, notes = flattened(questions)
    for question in parts:
        try:
            blocks.append(_question(question))
            changed += [f"“{question.head.title}”: {note}" for note in _lost(question)]
        except Inexpressible as error:
            left_out.append(f"“{question.head.title}” ditinggalkan: {error}")
    return Exported("\n\n".join(blocks) + "\n", (*notes, *changed), tuple(left_out))


@singledispatch
def _answers(question: Question) -> tuple[str, ...]:
    raise Inexpressible(f"GIFT tidak mengenal jenis {question.kind}.")


_answers.register(SingleChoice, gift_choices.single_choice)
_answers.register(MultipleChoice, gift_choices.multiple_choice)
_answers.register(TrueFalse, gift_choices.true_false)
_answers.register(Matching, gift_choices.matching)
_answers.register(Number, gift_typed.number)
_answers.register(ShortText, gift_typed.short_text)


def _question(question: Question) -> str:
    head = question.head
    inside = [*_answers(question)]
    if head.explanation:
        inside.append(f"####{escaped(head.explanation)}")
    first = f"::{escaped(head.title)}::{markdown(head.text)}{{"
    return "\n".join((first, *(f"\t{line}" for line in inside), "}"))


def _lost(question: Question) -> Iterator[str]:
    head = question.head
    if _PICTURE.search(f"{head.text}\n{head.explanation}\n" + "\n".join(question.answer_lines())):
        yield "gambar tidak ikut"
    if head.weight != 1:
        yield "bobot tidak ikut"
    if head.level is not Level.MEDIUM:
        yield "tingkat tidak ikut"
    if question.attributes().get("satuan"):
        yield "satuan tidak ikut"
