"""Who sits at the PC, and the lock that follows when nobody seems to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.storage.model import Learner

_INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)


class Session(QObject):
    """Holds the signed-in learner; nobody is signed in at first, ever.

    Attributes:
        learner: Who is signed in, or None.
        locked: Whose screen was locked and who may come back by password alone, or None.

    Signals:
        signed_in(object): A ``Learner``.
        leaving(): The learner is about to go: the last moment to save in his or her name.
        signed_out(): The screen was locked, or the learner left; ``locked`` tells which.
    """

    signed_in = Signal(object)
    leaving = Signal()
    signed_out = Signal()

    def __init__(self, monotonic: Callable[[], float], idle_minutes: float = 5) -> None:
        """Take a clock in seconds that never jumps, and how long without input until the lock."""
        super().__init__()
        self.learner: Learner | None = None
        self.locked: Learner | None = None
        self._monotonic = monotonic
        self._limit = idle_minutes * 60
        self._last_input = monotonic()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._look)

    def watch(self, application: QCoreApplication) -> None:
        """Take every key, click and movement in the program for a sign of life."""
        application.installEventFilter(self)

    def sign_in(self, learner: Learner) -> None:
        """Somebody proved to be this learner."""
        self.learner, self.locked = learner, None
        self._last_input = self._monotonic()
        self._wait(self._limit)
        self.signed_in.emit(learner)

    def lock(self) -> None:
        """Hide everything until the same learner gives the password, or another takes over."""
        self._leave(locked=self.learner)

    def sign_out(self) -> None:
        """The learner leaves; the next one begins at the tiles."""
        self._leave(locked=None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note signs of life; hold nothing back."""
        if event.type() in _INPUT:
            self._last_input = self._monotonic()
        return False

    def _leave(self, locked: Learner | None) -> None:
        if self.learner is None:
            return
        self._timer.stop()
        self.leaving.emit()
        self.learner, self.locked = None, locked
        self.signed_out.emit()

    def _look(self) -> None:
        rest = self._limit - (self._monotonic() - self._last_input)
        if rest <= 0:
            self.lock()
        else:
            self._wait(rest)

    def _wait(self, seconds: float) -> None:
        self._timer.start(int(seconds * 1000) + 1)
