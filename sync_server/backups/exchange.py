"""Puts a restored server in place of the one before, so that a cut at any moment is mended later.

The folder ``restore-ready`` holds what comes in, complete and checked. Until it has that name
nothing has changed; from then on whoever opens the data folder first carries on to the end. What
was there before goes into a folder of its own and is never deleted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lessons.packages.disk import sync_folder, sync_folders
from sync_server.backups.form import SMALL, Kind

if TYPE_CHECKING:
    from pathlib import Path

_READY: Final = "restore-ready"
_ASIDE: Final = "aside.txt"
_LOGS: Final = ("-wal", "-shm")
_FILES: Final = (Kind.SQLITE.value, *SMALL)


def ready(data: Path) -> Path:
    """The folder of what comes in; it need not be there."""
    return data / _READY


def is_pending(data: Path) -> bool:
    """Whether an exchange was decided and is not at its end."""
    return ready(data).is_dir()


def aside(data: Path) -> Path:
    """Where the former files go while an exchange is pending."""
    return data / (ready(data) / _ASIDE).read_text(encoding="ascii")


def decide(data: Path, stage: Path, former: str) -> None:
    """From now on what lies in ``stage`` is the server; the former files go into ``former``."""
    (stage / _ASIDE).write_text(former, encoding="ascii")
    sync_folders(stage)
    stage.replace(ready(data))
    sync_folder(data)


def carry_out(data: Path) -> None:
    """Move what is not moved yet, and be done; to be repeated after a cut.

    Raises:
        OSError: A file can't be moved.
    """
    incoming = ready(data)
    if (incoming / _ASIDE).exists():
        former = aside(data)
        former.mkdir(mode=0o700, exist_ok=True)
        for name in _FILES:
            if (incoming / name).exists():
                _move(data, incoming, former, name)
        (incoming / _ASIDE).unlink()
    incoming.rmdir()
    sync_folder(data)


def _move(data: Path, incoming: Path, former: Path, name: str) -> None:
    # The old log must be gone before the new database has its name, or it would be played into it.
    for old in (name, *(name + log for log in _LOGS)):
        if (data / old).exists():
            (data / old).replace(former / old)
    sync_folder(former)
    sync_folder(data)
    (incoming / name).replace(data / name)
    sync_folder(data)
