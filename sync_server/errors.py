"""Errors of the server that a person may meet, with words for them."""

from __future__ import annotations


class ServerError(Exception):
    """An error with words for people.

    Attributes:
        title: A short heading in Indonesian.
        message: What happened and what to do, in Indonesian; never a name, NIP or password.
    """

    title = "Terjadi kesalahan"

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class SetupError(ServerError):
    """The data folder, the settings or the database are not as they must be."""

    title = "Server belum siap"


class InputError(ServerError):
    """What an administrator gave cannot be used: a file, a unit, a name or a password."""

    title = "Masukan belum benar"


class Refused(ServerError):
    """The API refuses a whole request.

    Attributes:
        status: The HTTP status.
        code: For programs; see :class:`lessons.exchange.messages.Refusal`.
    """

    title = "Permintaan ditolak"

    def __init__(self, status: int, code: str, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.code = code


def device_revoked() -> Refused:
    """An admin has ended the enrolment of the PC that asks."""
    return Refused(403, "device-revoked", "Pendaftaran perangkat ini telah dicabut oleh admin.")
