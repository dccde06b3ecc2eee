"""The root of all errors that a person may meet in the desktop program."""

from __future__ import annotations


class ProgramError(Exception):
    """An error with words for people.

    Attributes:
        title: A short heading in Indonesian.
        message: What happened and what to do, in Indonesian.
        details: For IT staff and the log; may be empty; never a name, NIP or password.
    """

    title = "Terjadi kesalahan"

    def __init__(self, message: str, details: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.details = details
