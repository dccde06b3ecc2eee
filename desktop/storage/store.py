"""The store: the one door to everything this PC keeps. Safe to call from several threads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.storage import (
    aside,
    delivery,
    drafts,
    facts,
    machine,
    opening,
    people,
    quizzes,
    reading,
    settings,
    signing_in,
    state,
)
from desktop.storage.backup import backup
from desktop.storage.database import Database
from desktop.storage.errors import StoreProblem
from desktop.storage.model import (
    Change,
    Enrolment,
    KeptRecord,
    Learner,
    MachineMarks,
    OpenAttempt,
    Place,
    SyncState,
)
from desktop.storage.work import Work
from lessons.records import LessonFinished, RawAnswer, Record

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path
    from uuid import UUID

    from nacl.signing import SigningKey

    from lessons.exchange.messages import Reply


class Store(Work):
    """Everything this PC keeps; each method is one transaction, on disk when it returns.

    Every method may raise ``StoreProblem`` when the disk or the file fails; then nothing changed.
    A learner's id may be one that was joined to another: the person's data come together.
    """

    @classmethod
    def open(
        cls,
        folder: Path,
        clock: Callable[[], datetime],
        random_bytes: Callable[[int], bytes],
        marks: MachineMarks | None = None,
    ) -> Store:
        """Open the store of a folder; makes and upgrades it where needed.

        Args:
            folder: The data folder; made when missing.
            clock: The PC's clock, aware.
            random_bytes: So many bytes nobody can foresee, for ids, keys and salts.
            marks: Those of this machine; None where they don't matter.

        Raises:
            StoreDamaged: Damaged, or not ours; the file was left as it is.
            StoreTooNew: Of a newer program; the file was left as it is.
            StoreUnavailable: Full disk, no rights, read-only, in use.
        """
        store = cls(Database(opening.prepare(folder, clock())), clock, random_bytes)
        try:
            with store._changing() as connection:
                state.ensure_identity(connection, random_bytes)
                if marks is not None:
                    machine.notice(connection, marks)
        except StoreProblem:
            store.close()
            raise
        return store

    @staticmethod
    def set_aside(folder: Path) -> Path:
        """See :func:`desktop.storage.aside.set_aside`."""
        return aside.set_aside(folder)

    @staticmethod
    def save_copy(folder: Path, target: Path) -> Path:
        """See :func:`desktop.storage.aside.save_copy`."""
        return aside.save_copy(folder, target)

    def learners(self) -> tuple[Learner, ...]:
        """Active people of this office by name, each once."""
        with self._database.read() as connection:
            return people.visible(connection)

    def learner(self, learner_id: UUID) -> Learner:
        """The person behind an id; the roster's entry where both are known.

        Raises:
            LearnerUnknown: No such id on this PC.
        """
        with self._database.read() as connection:
            return people.person(connection, learner_id)

    def register(self, name: str, nip: str) -> Learner:
        """Add somebody who is not on the list; see :func:`desktop.storage.people.register`."""
        learner, record = self._new_id(), self._new_id()
        with self._changing(Change.LEARNERS, Change.RECORDS, Change.SYNC) as connection:
            body = people.register(connection, learner, name, nip)
            facts.append(connection, record, learner, body, self._clock())
            return people.person(connection, learner)

    def check_code(self, learner_id: UUID, code: str) -> None:
        """Check an activation code; see :func:`desktop.storage.signing_in.check_code`."""
        signing_in.check_code(self._database, learner_id, code, self._clock())

    def check_password(self, learner_id: UUID, password: str) -> None:
        """Check a password; see :func:`desktop.storage.signing_in.check_password`."""
        signing_in.check_password(self._database, learner_id, password, self._clock())

    def set_password(self, learner_id: UUID, password: str) -> None:
        """Keep a new password; see :func:`desktop.storage.signing_in.set_password`."""
        signing_in.set_password(self._database, learner_id, password, self._random(16))
        self._tell(frozenset({Change.LEARNERS}))

    def place(self, learner_id: UUID, lesson: str) -> Place | None:
        """Where the person stopped in a lesson, or None."""
        with self._database.read() as connection:
            return reading.place(connection, people.ids_of(connection, learner_id), lesson)

    def last_place(self, learner_id: UUID) -> Place | None:
        """Where the person read last, or None."""
        with self._database.read() as connection:
            return reading.last_place(connection, people.ids_of(connection, learner_id))

    def keep_place(self, learner_id: UUID, place: Place) -> None:
        """Keep where the person stopped."""
        with self._changing(Change.PLACES) as connection:
            reading.keep_place(connection, learner_id, place)

    def finish_lesson(
        self, learner_id: UUID, course: str, version: int, lesson: str, seconds: int
    ) -> Record:
        """Make the record that a lesson was read to its end."""
        record, body = self._new_id(), LessonFinished(course, version, lesson, seconds)
        with self._changing(Change.RECORDS, Change.SYNC) as connection:
            return facts.append(connection, record, learner_id, body, self._clock())

    def open_attempts(self, learner_id: UUID) -> tuple[OpenAttempt, ...]:
        """Every quiz the person has begun and not sent, the newest first."""
        with self._database.read() as connection:
            return drafts.open_attempts(connection, people.ids_of(connection, learner_id))

    def open_attempt(self, learner_id: UUID, quiz: str) -> OpenAttempt | None:
        """The person's open attempt at a quiz, or None."""
        return next((each for each in self.open_attempts(learner_id) if each.quiz == quiz), None)

    def begin_attempt(  # noqa: PLR0913, PLR0917 — what identifies a quiz, once
        self, learner_id: UUID, course: str, version: int, quiz: str, revision: str, seed: int
    ) -> OpenAttempt:
        """Go on with the open attempt of this revision, or begin one.

        An open attempt of another revision can't go on: it is superseded, and its row stays.
        """
        new = OpenAttempt(
            self._new_id(), learner_id, course, version, quiz, revision, seed, (), "", 0
        )
        with self._changing(Change.DRAFTS) as connection:
            return quizzes.begin(connection, people.ids_of(connection, learner_id), new)

    def keep_answer(
        self, attempt_id: UUID, question: str, answer: RawAnswer, seconds: int
    ) -> OpenAttempt:
        """Keep an answer, and its question as the current one.

        Args:
            seconds: Time spent on the whole attempt so far; never counts backwards.

        Raises:
            AttemptClosed: Sent, superseded, or never begun on this PC.
        """
        with self._changing(Change.DRAFTS) as connection:
            return drafts.keep_answer(connection, attempt_id, question, answer, seconds)

    def keep_current(self, attempt_id: UUID, question: str) -> None:
        """Remember which question is on the screen; raises as :meth:`keep_answer`."""
        with self._changing(Change.DRAFTS) as connection:
            drafts.keep_current(connection, attempt_id, question)

    def finish_attempt(
        self, attempt_id: UUID, drawn: tuple[str, ...], seconds: int, claim: int | None
    ) -> Record:
        """Turn the draft into its record; see :func:`desktop.storage.quizzes.finish`."""
        with self._changing(Change.DRAFTS, Change.RECORDS, Change.SYNC) as connection:
            finishing = quizzes.Finishing(self._new_id(), drawn, seconds, claim)
            return quizzes.finish(connection, attempt_id, finishing, self._clock())

    def records(self, learner_id: UUID) -> tuple[KeptRecord, ...]:
        """Everything the person did, on this PC or another, by time."""
        with self._database.read() as connection:
            return facts.of_learners(connection, people.ids_of(connection, learner_id))

    def device_id(self) -> UUID:
        """The PC's own id."""
        with self._database.read() as connection:
            return state.device_id(connection)

    def signing_key(self) -> SigningKey:
        """The PC's Ed25519 key."""
        from nacl.signing import SigningKey

        with self._database.read() as connection:
            return SigningKey(state.key_seed(connection))

    def enrolment(self) -> Enrolment | None:
        """Where the PC belongs, or None."""
        with self._database.read() as connection:
            return state.enrolment(connection)

    def keep_enrolment(self, enrolment: Enrolment) -> None:
        """Belong to an office from now on; see :func:`desktop.storage.state.keep_enrolment`."""
        with self._changing(Change.SYNC, Change.LEARNERS) as connection:
            state.keep_enrolment(connection, enrolment)

    def accept_machine(self) -> None:
        """Warn no more of the machine on which the data are now."""
        with self._changing(Change.SYNC) as connection:
            machine.accept(connection)

    def sync_state(self) -> SyncState:
        """What the status line tells."""
        with self._database.read() as connection:
            return delivery.sync_state(connection)

    def unsent(self, limit: int) -> tuple[Record, ...]:
        """The first records that the server has not taken yet, in order of ``seq``."""
        with self._database.read() as connection:
            return delivery.unsent(connection, limit)

    def rejected(self) -> tuple[KeptRecord, ...]:
        """The records that the server refused, with reasons."""
        with self._database.read() as connection:
            return delivery.rejected(connection)

    def cursor(self) -> int:
        """The server's revision up to which everything is here."""
        with self._database.read() as connection:
            return state.cursor(connection)

    def last_seq(self) -> int:
        """The highest ``seq`` this PC has given; 0 at first."""
        with self._database.read() as connection:
            return facts.last_seq(connection)

    def apply_reply(self, sent: tuple[Record, ...], reply: Reply) -> frozenset[Change]:
        """Take in an answer; see :func:`desktop.storage.delivery.apply_reply`."""
        with self._database.write() as connection:
            changes = delivery.apply_reply(connection, sent, reply)
        self._tell(changes)
        return changes

    def note_try(self, error: str | None) -> None:
        """Remember how the last round went; ``error`` is in words for people, None is success."""
        with self._changing(Change.SYNC) as connection:
            delivery.note_try(connection, error, self._clock())

    def setting(self, key: str) -> str | None:
        """A setting by name, or None."""
        with self._database.read() as connection:
            return settings.read(connection, key)

    def keep_setting(self, key: str, value: str) -> None:
        """Keep a setting."""
        with self._changing() as connection:
            settings.keep(connection, key, value)

    def backup(self, target: Path) -> Path:
        """Copy the store while it is in use; see :func:`desktop.storage.backup.backup`."""
        return backup(self._database.path, target, self._clock())
