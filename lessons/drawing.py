"""Which questions an attempt shows, and in which order: a function of the quiz and the seed alone.

Everything is put in order by SHA-256 of the seed and the id, so a PC and the server, on any
platform and any Python, see the very same quiz.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lessons.course import Quiz
    from lessons.questions.base import Form, Order, Question


def draw(quiz: Quiz, seed: int) -> tuple[Form, ...]:
    """The learner's forms of one attempt, in the order to show; they hold no key."""
    order = option_order(seed) if quiz.shuffle_options else _author_order
    return tuple(question.form(order) for question in drawn_questions(quiz, seed))


def drawn_ids(quiz: Quiz, seed: int) -> tuple[str, ...]:
    """The ids of the drawn questions, in the order to show."""
    return tuple(question.head.id for question in drawn_questions(quiz, seed))


def drawn_questions(quiz: Quiz, seed: int) -> tuple[Question, ...]:
    """The drawn questions themselves, in the order to show."""
    by_id = {question.head.id: question for question in quiz.questions}
    chosen = _by_hash(by_id, seed)[: quiz.draw_count]
    if not quiz.shuffle_questions:
        kept = set(chosen)
        chosen = [question_id for question_id in by_id if question_id in kept]
    return tuple(by_id[question_id] for question_id in chosen)


def option_order(seed: int) -> Order:
    """The order of a question's options under a seed."""

    def order(question: str, ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(_by_hash(ids, seed, question))

    return order


def _author_order(question: str, ids: tuple[str, ...]) -> tuple[str, ...]:
    return ids


def _by_hash(ids: Iterable[str], *before: int | str) -> list[str]:
    prefix = "".join(f"{part}\n" for part in before)
    return sorted(ids, key=lambda each: hashlib.sha256((prefix + each).encode()).digest())
