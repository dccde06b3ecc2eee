"""Waiting for the workers of a program, without sleeping."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from desktop.services.bundle import Services
    from desktop.services.operations import Operation
    from desktop.storage.store import Store

T = TypeVar("T")


class Waiting:
    """What a program under test is asked, and waited for.

    Attributes:
        qtbot: Turns the event loop.
        services: Those of the program.
    """

    qtbot: QtBot
    services: Services

    def run(self, job: Callable[[Store], T]) -> T:
        """Run a job on the store and wait for its value."""
        return self.wait_for(self.services.backend.run(job))

    def wait_for(self, operation: Operation[T]) -> T:
        """Wait for an operation; its value, or its exception raised."""
        done: list[T] = []
        failed: list[Exception] = []
        operation.success(done.append).failure(failed.append)
        self.wait(lambda: bool(done or failed))
        if failed:
            raise failed[0]
        return done[0]

    def wait(self, condition: Callable[[], bool]) -> None:
        """Wait until something holds."""
        self.qtbot.waitUntil(condition, timeout=10_000)
