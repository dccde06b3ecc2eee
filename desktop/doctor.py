"""What IT staff want to know about a PC, looked at one by one; nothing is changed or made."""

from __future__ import annotations

import shutil
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.findings import Finding, Health
from desktop.storage import opening
from desktop.storage.errors import StoreProblem
from desktop.sync.probe import probe

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.storage.model import Enrolment
    from desktop.sync.wire import Answer
    from lessons.shelf import Shelf

_LITTLE_SPACE = 200 * 1024 * 1024
_NO_SPACE = 20 * 1024 * 1024


def look_at_folder(folder: Path) -> Finding:
    """Whether the data folder can be written."""
    subject = "folder data"
    if not folder.is_dir():
        return Finding(subject, Health.DOUBTFUL, f"{folder} belum ada.")
    try:
        with tempfile.TemporaryFile(dir=folder):
            return Finding(subject, Health.GOOD, str(folder))
    except OSError as error:
        words = f"{folder} tidak dapat ditulis: {error.strerror}."
        return Finding(subject, Health.BAD, words)


def look_at_space(folder: Path) -> Finding:
    """Whether the disk has room."""
    there = next(path for path in (folder.absolute(), *folder.absolute().parents) if path.exists())
    free = shutil.disk_usage(there).free
    health = Health.GOOD
    if free < _LITTLE_SPACE:
        health = Health.BAD if free < _NO_SPACE else Health.DOUBTFUL
    return Finding("ruang disk", health, f"{free // 1024**2} MB kosong.")


def look_at_clock(now: datetime, known: tuple[datetime | None, ...]) -> Finding:
    """Whether the clock is later than what is known to lie in the past.

    Args:
        now: The PC's clock.
        known: Moments that have passed: when files were installed, when the last round was.
    """
    latest = max((moment for moment in known if moment), default=now)
    if now < latest - timedelta(hours=1):
        words = f"Jam komputer terlambat: {now:%d-%m-%Y %H.%M} UTC. Setel tanggal dan jam."
        return Finding("jam komputer", Health.DOUBTFUL, words)
    return Finding("jam komputer", Health.GOOD, f"{now:%d-%m-%Y %H.%M} UTC")


def look_at_database(folder: Path) -> Finding:
    """Whether the database is whole; the file is only read."""
    path = folder / opening.FILE_NAME
    subject = "basis data"
    if not path.exists():
        return Finding(subject, Health.DOUBTFUL, "Belum ada; dibuat saat program dibuka.")
    try:
        version = opening.inspect(path)
        found = opening.integrity(path)
    except StoreProblem as problem:
        return Finding(subject, Health.BAD, f"{problem.title}. {problem.message}")
    if found != "ok":
        return Finding(subject, Health.BAD, f"Berkas rusak ({found}). Simpan salinannya.")
    return Finding(subject, Health.GOOD, f"Utuh, versi {version}.")


def look_at_courses(shelf: Shelf) -> list[Finding]:
    """Which courses can be read, and why others can't."""
    catalogue = shelf.load()
    count = len(catalogue.courses)
    health = Health.GOOD if count else Health.BAD
    broken = [
        Finding(f"pelatihan {name}", Health.DOUBTFUL, str(problems[0]))
        for name, problems in catalogue.left_out
    ]
    return [Finding("pelatihan", health, f"{count} pelatihan dapat dibuka."), *broken]


def look_at_server(enrolment: Enrolment | None, get: Callable[[str], Answer]) -> list[Finding]:
    """Each step to the server, up to the one that fails."""
    if enrolment is None:
        return [Finding("server", Health.DOUBTFUL, "Komputer belum terhubung dengan server.")]
    return [
        Finding(
            str(each.step), Health.BAD if each.problem else Health.GOOD, each.problem or "Lancar."
        )
        for each in probe(enrolment.server, get)
    ]


def installed_at() -> datetime:
    """When the program's own files were written: the clock can't be earlier."""
    return datetime.fromtimestamp(Path(__file__).stat().st_mtime, UTC)
