"""What a command says when it could not do its work, and by which exit code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.commands.other_window import StillOpen
from desktop.commands.packages import KeyUnusable, PackageRefused
from desktop.exits import Exit, Outcome
from desktop.machine_settings import SettingsRefused
from desktop.preparing import RightsMissing
from desktop.storage.errors import StoreProblem
from desktop.sync.errors import AddressWrong, CodeIncomplete, NotEnrolled, Refused, SyncError
from desktop.updates.errors import InstallingRefused, UpdateRefused

if TYPE_CHECKING:
    from desktop.errors import ProgramError

_CODES: tuple[tuple[type[ProgramError], Exit], ...] = (
    (StoreProblem, Exit.STORE),
    (NotEnrolled, Exit.NOT_ENROLLED),
    (AddressWrong, Exit.USAGE),
    (CodeIncomplete, Exit.USAGE),
    (Refused, Exit.REFUSED),
    (PackageRefused, Exit.PACKAGE),
    (KeyUnusable, Exit.PACKAGE),
    (SyncError, Exit.NETWORK),
    (SettingsRefused, Exit.SETTINGS),
    (RightsMissing, Exit.RIGHTS),
    (StillOpen, Exit.STILL_OPEN),
    (UpdateRefused, Exit.UPDATE),
    (InstallingRefused, Exit.RIGHTS),
)
"""The first kind that fits counts."""


def failure(error: ProgramError) -> Outcome:
    """The error in words and facts."""
    facts = {"error": type(error).__name__, "title": error.title, "message": error.message}
    if error.details:
        facts["details"] = error.details
    return Outcome(_code_of(error), (f"{error.title}. {error.message}",), facts, is_error=True)


def _code_of(error: ProgramError) -> Exit:
    return next((code for kind, code in _CODES if isinstance(error, kind)), Exit.OTHER)
