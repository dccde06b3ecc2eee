"""A quiz on its way: the draft in the store and the questions that its seed draws."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop.storage.model import Learner, OpenAttempt
from lessons.course import Course, Quiz
from lessons.drawing import draw, drawn_ids
from lessons.grading import grade_attempt
from lessons.questions.base import Form

if TYPE_CHECKING:
    from desktop.storage.store import Store
    from lessons.records import RawAnswer, Record


@dataclass(frozen=True, slots=True)
class Running:
    """An open attempt with all that the quiz page shows.

    Attributes:
        attempt: The draft as the store has it.
        forms: The drawn questions in the order to show; they hold no key.
    """

    course: Course
    quiz: Quiz
    attempt: OpenAttempt
    forms: tuple[Form, ...]

    def answer(self, question: str) -> RawAnswer:
        """The kept answer to a question, or None."""
        return dict(self.attempt.answers).get(question)

    def is_answered(self, question: str) -> bool:
        """Whether an answer is kept."""
        return self.answer(question) is not None

    def unanswered(self) -> tuple[int, ...]:
        """Positions, from 0, of the questions without an answer."""
        return tuple(n for n, form in enumerate(self.forms) if not self.is_answered(form.question))

    def current(self) -> int:
        """Position of the question that was on the screen last; 0 at first."""
        ids = [form.question for form in self.forms]
        return ids.index(self.attempt.current) if self.attempt.current in ids else 0

    def with_attempt(self, attempt: OpenAttempt) -> Running:
        """The same quiz with a newer draft."""
        return replace(self, attempt=attempt)


def begin_quiz(store: Store, learner: Learner, course: Course, quiz: Quiz, seed: int) -> Running:
    """Go on with the open attempt, or begin one that draws by ``seed``."""
    attempt = store.begin_attempt(
        learner.id, course.code, course.version, quiz.id, quiz.revision, seed
    )
    return Running(course, quiz, attempt, draw(quiz, attempt.seed))


def send_quiz(store: Store, running: Running, seconds: int) -> Record:
    """Make the draft a record, with the score that this PC works out from the kept answers."""
    quiz, seed = running.quiz, running.attempt.seed
    kept = store.open_attempt(running.attempt.learner, quiz.id) or running.attempt
    claim = grade_attempt(quiz, seed, kept.answers).score
    return store.finish_attempt(running.attempt.id, drawn_ids(quiz, seed), seconds, claim)
