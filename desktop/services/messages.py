"""The one door by which the program speaks to people outside a page's own words."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from desktop.errors import ProgramError

_log = logging.getLogger(__name__)


class Tone(StrEnum):
    """How a message is meant; shown by colour and by icon."""

    INFO = "info"
    SUCCESS = "success"
    WARNING = "warning"
    DANGER = "danger"


@dataclass(frozen=True, slots=True)
class Message:
    """Words for people: a short heading, and what to do."""

    title: str
    message: str
    tone: Tone


UNEXPECTED = Message(
    title="Terjadi kesalahan",
    message="Pekerjaan yang sudah tersimpan tetap aman. Coba lagi; jika terulang, beri tahu admin.",
    tone=Tone.DANGER,
)


class Messages(QObject):
    """Takes messages and errors from anywhere on the main thread; the window shows them.

    Signals:
        shown(object): A ``Message``.
    """

    shown = Signal(object)

    def tell(self, title: str, message: str, tone: Tone = Tone.INFO) -> None:
        """Show words in the bar at the top of the window."""
        self.shown.emit(Message(title, message, tone))

    def tell_error(self, error: BaseException) -> None:
        """Show a ``ProgramError`` in its own words; log any other, and tell it in general ones."""
        if isinstance(error, ProgramError):
            _log.info("told: %s %s", type(error).__name__, error.details)
            self.tell(error.title, error.message, Tone.DANGER)
            return
        _log.error("unexpected", exc_info=error)
        self.shown.emit(UNEXPECTED)
