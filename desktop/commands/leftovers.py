"""What ``erase-data`` and ``prepare-image`` share: what waits, in words, and how deleting fails."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import asdict
from typing import TYPE_CHECKING

from desktop.errors import ProgramError
from desktop.exits import Exit, Outcome
from desktop.preparing import RightsMissing
from lessons.packages.disk import in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.storage.survey import Survey


class ErasingFailed(ProgramError):
    """Something can't be deleted."""

    title = "Data belum terhapus"


@contextmanager
def deleting() -> Iterator[None]:
    """Give errors of the file system their words.

    Raises:
        RightsMissing: This account may not delete it.
        ErasingFailed: The system refused for another reason.
    """
    try:
        yield
    except PermissionError as error:
        raise RightsMissing(_refused(error)) from error
    except OSError as error:
        raise ErasingFailed(_refused(error)) from error


def results_wait(found: Survey, what_was_done: str) -> Outcome:
    """Results are here that the server may not have; exit code 10."""
    lines = (*_waiting(found), what_was_done)
    facts = {"error": "ResultsWait", "message": " ".join(lines), **asdict(found)}
    return Outcome(Exit.RESULTS_WAIT, lines, facts, is_error=True)


def _waiting(found: Survey) -> Iterator[str]:
    if found.unsent:
        yield f"{found.unsent} hasil belum terkirim. Sambungkan ke server: bina-asn sync"
    if found.rejected:
        yield f"{found.rejected} hasil ditolak server dan belum diputuskan admin."
    if found.begun:
        yield f"{found.begun} kuis sudah dijawab sebagian tetapi belum dikirim pesertanya."
    for name in found.unclear:
        yield f"Basis data {name} mungkin berisi hasil. Salin dan serahkan kepada admin."


def _refused(error: OSError) -> str:
    return f"{error.filename or 'Folder data'} tidak dapat dihapus: {in_words(error)}."
