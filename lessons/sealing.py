"""Quizzes whose key stays with the server: how PCs get them, and how the server grades them."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from lessons.questions.sealed import Sealed, salted, seal

if TYPE_CHECKING:
    from lessons.course import Quiz

_REVISION_DIGITS = 16


def is_sealed(quiz: Quiz) -> bool:
    """Whether only the server can grade a quiz, so that its attempts wait for their score."""
    return any(isinstance(question, Sealed) for question in quiz.questions)


def salted_quiz(quiz: Quiz, salt: str) -> Quiz:
    """The quiz as the server grades it.

    Its revision is another one, so that nobody grades its attempts without the salt.
    """
    questions = tuple(salted(question, salt) for question in quiz.questions)
    return replace(quiz, questions=questions, revision=salted_revision(quiz.revision, salt))


def salted_revision(revision: str, salt: str) -> str:
    """The revision of a quiz with a salt, 16 hex digits."""
    return hashlib.sha256(f"{revision}\n{salt}".encode()).hexdigest()[:_REVISION_DIGITS]


def seal_quiz(quiz: Quiz, salt: str) -> Quiz:
    """The same quiz as PCs get it: shown alike, and of the same revision, but without any key."""
    whole = salted_quiz(quiz, salt)
    return replace(whole, questions=tuple(seal(question) for question in whole.questions))
