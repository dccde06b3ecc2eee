"""A real PC without its window: a store on disk, real learning, real rounds over HTTP."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from desktop.storage.store import Store
from desktop.sync.client import HttpTransport
from desktop.sync.enrol import enrol
from desktop.sync.machine import machine_hash
from desktop.sync.round import RoundResult, sync_once
from lessons.drawing import drawn_questions
from lessons.grading import grade_attempt

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from desktop.storage.model import KeptRecord
    from lessons.course import Course, Quiz
    from lessons.records import RawAnswer, Record


class Pc:
    """A PC of an office.

    Attributes:
        folder: Its data folder.
        store: Open until :meth:`close`.
        clock_error: How far its clock is off.
        machine: What it says its machine is; a clone's is another.
    """

    def __init__(self, folder: Path, clock_error: timedelta = timedelta()) -> None:
        self.folder = folder
        self.clock_error = clock_error
        self.machine = machine_hash()
        self.store = Store.open(folder, self.now, os.urandom)

    def now(self) -> datetime:
        """The time by this PC's clock."""
        return datetime.now(UTC) + self.clock_error

    def close(self) -> None:
        """Close the store."""
        self.store.close()

    def open_again(self) -> None:
        """Open the store anew, as the next start of the program does."""
        self.store = Store.open(self.folder, self.now, os.urandom)

    def enrol(self, server: str, code: str, unit: str = "") -> None:
        """Join the office of a code, or one of its many, and hear who works there."""
        enrol(self.store, HttpTransport(), server, code, "PC loket", unit, lambda: self.machine)
        self.sync()

    def sync(self) -> RoundResult:
        """One round, as the window runs it."""
        return sync_once(self.store, HttpTransport(), self.now, lambda: self.machine)

    def person(self, name: str) -> UUID:
        """The id of somebody of the office."""
        return next(each.id for each in self.store.learners() if each.name == name)

    def read(self, learner: UUID, course: Course, times: int = 1) -> None:
        """Finish the first lesson, so many times."""
        for _ in range(times):
            self.store.finish_lesson(
                learner, course.code, course.version, course.lessons[0].id, 600
            )

    def take(
        self, learner: UUID, course: Course, quiz: Quiz, seed: int, claim: int | None = None
    ) -> Record:
        """Take a quiz from the first question to the last; every second answer is right.

        Args:
            claim: The score to claim; the true one if None.
        """
        attempt = self.store.begin_attempt(
            learner, course.code, course.version, quiz.id, quiz.revision, seed
        )
        drawn = drawn_questions(quiz, attempt.seed)
        for number, question in enumerate(drawn):
            answer: RawAnswer = question.full_key() if number % 2 == 0 else "z"
            attempt = self.store.keep_answer(attempt.id, question.head.id, answer, number * 20)
        score = grade_attempt(quiz, attempt.seed, attempt.answers).score
        ids = tuple(question.head.id for question in drawn)
        return self.store.finish_attempt(attempt.id, ids, 300, score if claim is None else claim)

    def records(self) -> tuple[KeptRecord, ...]:
        """Everything of everybody who is on this PC."""
        return tuple(kept for each in self.store.learners() for kept in self.store.records(each.id))

    def made_here(self) -> tuple[KeptRecord, ...]:
        """What was done on this PC, in order of its numbers."""
        device = self.store.device_id()
        own = [kept for kept in self.records() if kept.record.device == device]
        return tuple(sorted(own, key=lambda kept: kept.record.seq))

    def unsent(self) -> int:
        """How many records the server has not taken yet."""
        return self.store.sync_state().unsent
