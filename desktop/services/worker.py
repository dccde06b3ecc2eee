"""A thread with a queue, and the one object that carries its results to the main thread."""

from __future__ import annotations

from collections.abc import Callable
from queue import SimpleQueue
from threading import Thread
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from desktop.services.operations import Done, Failed, Operation

T = TypeVar("T")
_Job = Callable[[], None]


class Worker(QObject):
    """Does jobs one after the other, off the main thread.

    The worker lives as long as the program and carries every result itself: a signal object made
    for each job may be gone before its queued signal arrives, and the result with it.

    Signals:
        settled(object, object): An ``Operation`` and its outcome; for this class alone.
    """

    settled = Signal(object, object)

    def __init__(self, name: str, unhandled: Callable[[Exception], None]) -> None:
        """Start the thread.

        Args:
            name: Shown by debuggers.
            unhandled: Told, on the main thread, of failures that nobody asked to be told of.
        """
        super().__init__()
        self._unhandled = unhandled
        self._jobs: SimpleQueue[_Job | None] = SimpleQueue()
        # A daemon, so that a request without an answer never keeps the program from ending.
        self._thread = Thread(target=self._loop, name=name, daemon=True)
        self.settled.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._thread.start()

    def submit(self, job: Callable[[], T], owner: QObject | None = None) -> Operation[T]:
        """Queue a job; ``owner`` is the page on whose behalf it runs."""
        operation: Operation[T] = Operation(owner, self._unhandled)
        self._jobs.put(lambda: self._do(operation, job))
        return operation

    def stop(self, patience: int) -> bool:
        """Let the queued jobs run out, and end the thread.

        Args:
            patience: Milliseconds to wait for them.

        Returns:
            Whether the thread has ended.
        """
        self._jobs.put(None)
        self._thread.join(patience / 1000)
        return not self._thread.is_alive()

    def _loop(self) -> None:
        while (job := self._jobs.get()) is not None:
            job()

    def _do(self, operation: Operation[T], job: Callable[[], T]) -> None:
        outcome: Done[T] | Failed
        try:
            outcome = Done(job())
        except Exception as error:  # noqa: BLE001 - delivered, not swallowed
            outcome = Failed(error)
        self.settled.emit(operation, outcome)

    def _deliver(self, operation: Operation[Any], outcome: Done[Any] | Failed) -> None:
        operation.settle(outcome)
