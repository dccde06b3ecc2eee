"""Why an update is not taken; nothing has changed then."""

from __future__ import annotations

from desktop.errors import ProgramError


class UpdateRefused(ProgramError):
    """What was offered can't be trusted, read, kept or used here."""

    title = "Pembaruan ditolak"


class NothingNewer(UpdateRefused):
    """What is offered is no newer than this program."""

    title = "Tidak ada pembaruan"


class InstallingRefused(ProgramError):
    """The system did not let the installer begin, or somebody said no."""

    title = "Pemasangan tidak dimulai"
