"""Brings answers to disk, one at a time, before the learner may go on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from lessons.records import RawAnswer

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.services.operations import Operation
    from desktop.services.study import Study
    from desktop.storage.model import OpenAttempt


@dataclass(frozen=True, slots=True)
class Given:
    """An answer that was given and is not on disk yet; ``seconds`` is the time spent so far."""

    attempt: UUID
    question: str
    answer: RawAnswer
    seconds: int


class AnswerKeeper(QObject):
    """Commits each answer at once; of several on the way only the newest waits.

    Signals:
        kept(object): The ``OpenAttempt`` as it stands on disk.
        failed(object): The exception; the answer is tried again before the learner goes on.
    """

    kept = Signal(object)
    failed = Signal(object)

    def __init__(self, study: Study, parent: QObject) -> None:
        super().__init__(parent)
        self._study = study
        self._waiting: Given | None = None
        self._on_its_way: Given | None = None
        self._then: Callable[[], None] | None = None

    def keep(self, given: Given) -> None:
        """Commit an answer."""
        self._waiting = given
        self._push()

    def when_kept(self, then: Callable[[], None]) -> None:
        """Call back once everything given is on disk; never when that fails."""
        self._then = then
        self._push()
        self._go_on()

    def is_clean(self) -> bool:
        """Whether everything given is on disk."""
        return self._waiting is None and self._on_its_way is None

    def start(self) -> None:
        """Begin with another attempt; nothing is owed to the one before."""
        self._waiting = self._on_its_way = self._then = None

    def release(self) -> None:
        """Wait for nothing more; what still waits goes to the disk without this page."""
        if self._waiting is not None:
            self._submit(self._waiting, None)
        self._waiting = self._then = None

    def _push(self) -> None:
        if self._on_its_way is not None or self._waiting is None:
            return
        given, self._waiting = self._waiting, None
        self._on_its_way = given
        self._submit(given, self).success(self._settle).failure(self._fail)

    def _submit(self, given: Given, owner: QObject | None) -> Operation[OpenAttempt]:
        return self._study.keep_answer(
            given.attempt, given.question, given.answer, given.seconds, owner
        )

    def _settle(self, attempt: OpenAttempt) -> None:
        self._on_its_way = None
        self._push()
        self.kept.emit(attempt)
        self._go_on()

    def _fail(self, error: Exception) -> None:
        self._waiting = self._waiting or self._on_its_way
        self._on_its_way = self._then = None
        self.failed.emit(error)

    def _go_on(self) -> None:
        if self.is_clean() and self._then is not None:
            then, self._then = self._then, None
            then()
