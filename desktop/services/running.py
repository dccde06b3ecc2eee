"""A quiz on its way: the draft in the store and the questions that its seed draws."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop.services.standing import Standing, standing_of
from desktop.storage.model import Learner, OpenAttempt
from lessons.course import Course, Quiz
from lessons.drawing import draw, drawn_ids
from lessons.grading import grade_if_key_is_here
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

    def standings(self) -> tuple[Standing, ...]:
        """How far each question is answered, in the order shown."""
        return tuple(standing_of(form, self.answer(form.question)) for form in self.forms)

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


def answered_count(quiz: Quiz, attempt: OpenAttempt) -> int:
    """How many questions of an open attempt are answered in full."""
    given = dict(attempt.answers)
    standings = (standing_of(form, given.get(form.question)) for form in draw(quiz, attempt.seed))
    return sum(each is Standing.ANSWERED for each in standings)


def send_quiz(store: Store, running: Running, seconds: int) -> Record:
    """Make the draft a record, with the score that this PC works out from the kept answers.

    Without the key there is no score to claim.
    """
    quiz, seed = running.quiz, running.attempt.seed
    kept = store.open_attempt(running.attempt.learner, quiz.id) or running.attempt
    graded = grade_if_key_is_here(quiz, seed, kept.answers)
    claim = graded.score if graded else None
    return store.finish_attempt(running.attempt.id, drawn_ids(quiz, seed), seconds, claim)
