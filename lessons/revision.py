"""The revision of a quiz: a hash of everything that decides a grade, and of nothing else.

A server that holds the same revision grades an attempt exactly as the PC did. Wording, feedback
and explanations may be mended without a new revision.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from lessons.records import to_json

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lessons.course import QuizKind
    from lessons.questions.base import Question

_HEX_DIGITS = 16


def revision_of(
    kind: QuizKind,
    pass_mark: int,
    draw_count: int,
    shuffle: tuple[bool, bool],
    questions: Iterable[Question],
) -> str:
    """16 hex digits; the author's order of questions and options changes nothing.

    Args:
        shuffle: Whether questions, and whether options, come in an order of the seed.
    """
    graded = {question.head.id: _graded(question) for question in questions}
    content = [kind.value, pass_mark, draw_count, *shuffle, graded]
    return hashlib.sha256(to_json(content)).hexdigest()[:_HEX_DIGITS]


def question_revision(question: Question) -> str:
    """16 hex digits over what decides the grade of one question (``rev``)."""
    return hashlib.sha256(to_json(_graded(question))).hexdigest()[:_HEX_DIGITS]


def _graded(question: Question) -> object:
    content, weight = question.graded_content(), question.head.weight
    return content if weight == 1 else [content, weight]
