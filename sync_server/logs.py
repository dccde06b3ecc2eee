"""Structured logs: one JSON object a line on stderr, without names, NIP, codes or passwords."""

from __future__ import annotations

import json
import logging
import re
import sys
from datetime import UTC, datetime

_PLAIN = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}
_NIP = re.compile(r"\d{18}")


class JsonLines(logging.Formatter):
    """A record as one line of JSON, with the fields given as ``extra``."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        line: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": record.getMessage(),
        }
        line |= {key: value for key, value in vars(record).items() if key not in _PLAIN}
        if record.exc_info:
            line["trace"] = self.formatException(record.exc_info)
        # A database's own words for an error may quote the row.
        return _NIP.sub("<nip>", json.dumps(line, ensure_ascii=False, default=str))


def start_logging(level: int = logging.INFO) -> None:
    """Send everything to stderr as JSON lines."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for chatty in ("alembic", "waitress"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
    # That one request waited for another is no news.
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
