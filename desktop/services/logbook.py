"""The log file in the data folder: for IT staff, small, and without names, NIP or passwords."""

from __future__ import annotations

import copy
import logging
import re
import traceback
from logging.handlers import RotatingFileHandler
from types import TracebackType
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from pathlib import Path

_LONGEST = 512 * 1024
_KEPT = 3
_LONG_NUMBER = re.compile(r"\d{8,}")
_ExcInfo: TypeAlias = (
    tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
)


class PrivateFormatter(logging.Formatter):
    """Writes where and by what kind of error, never an error's own text: it may quote a person."""

    def format(self, record: logging.LogRecord) -> str:
        """The line, with long numbers blotted out."""
        own = copy.copy(record)
        own.exc_text = None  # what another formatter left here quotes the error
        return _LONG_NUMBER.sub("[angka]", super().format(own))

    def formatException(self, ei: _ExcInfo) -> str:
        """Kinds of error and places in the source, without messages and values."""
        lines: list[str] = []
        error: BaseException | None = ei[1]
        while error is not None:
            places = traceback.extract_tb(error.__traceback__)
            lines += [f"  {place.filename}:{place.lineno} {place.name}" for place in places]
            lines.append(f"{type(error).__module__}.{type(error).__qualname__}")
            error = error.__cause__ or error.__context__
        return "\n".join(lines)


def open_logbook(folder: Path) -> logging.Handler:
    """Send the program's log to ``bina-asn.log`` in the folder; turned over at 512 KiB, three kept.

    Raises:
        OSError: The folder can't be written.
    """
    handler = RotatingFileHandler(
        folder / "bina-asn.log", maxBytes=_LONGEST, backupCount=_KEPT, encoding="utf-8"
    )
    handler.setFormatter(PrivateFormatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    return handler


def close_logbook(handler: logging.Handler) -> None:
    """Send the log there no longer."""
    logging.getLogger().removeHandler(handler)
    handler.close()
