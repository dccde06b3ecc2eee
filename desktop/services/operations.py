"""What a service hands back at once for work that is done elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, Self, TypeVar

import shiboken6

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Done(Generic[T]):
    """A job that returned."""

    value: T


@dataclass(frozen=True, slots=True)
class Failed:
    """A job that raised."""

    error: Exception


class Operation(Generic[T]):
    """A job on its way. Its callbacks run on the main thread, after the caller's turn has ended.

    A page reads ``backend.run(job, self).success(self._show).failure(self._explain)``. When the
    owner was deleted meanwhile, its callbacks are not called: the page is gone, and so is its
    question. A failure still reaches the message door, since what failed may be an answer.
    """

    def __init__(self, owner: QObject | None, unhandled: Callable[[Exception], None]) -> None:
        self._owner = owner
        self._unhandled = unhandled
        self._success: list[Callable[[T], object]] = []
        self._failure: list[Callable[[Exception], object]] = []

    def success(self, callback: Callable[[T], object]) -> Self:
        """Call back with the value."""
        self._success.append(callback)
        return self

    def failure(self, callback: Callable[[Exception], object]) -> Self:
        """Call back with the exception; without any such callback the message door gets it."""
        self._failure.append(callback)
        return self

    def settle(self, outcome: Done[T] | Failed) -> None:
        """Deliver the outcome; for the worker alone, on the main thread, once."""
        owner, success, failure = self._owner, self._success, self._failure
        # The worker may be the last to hold this operation, and no page must end over there.
        self._owner, self._success, self._failure = None, [], []
        gone = owner is not None and not shiboken6.isValid(owner)
        if isinstance(outcome, Done):
            for on_success in [] if gone else success:
                on_success(outcome.value)
        else:
            listeners = [] if gone else failure
            for on_failure in listeners or [self._unhandled]:
                on_failure(outcome.error)
