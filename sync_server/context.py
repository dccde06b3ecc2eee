"""What every part of a running server needs, joined once at the start and handed down."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from sync_server.database import Database
from sync_server.gradebook import Gradebook
from sync_server.settings import Settings


@dataclass(frozen=True, slots=True)
class Context:
    """A server's parts.

    Attributes:
        settings: What ``init`` wrote.
        secret: From which codes and cookie keys are derived.
        database: Ready for this program's version.
        gradebook: The courses by which attempts are graded.
        clock: The moment now, in UTC.
        random_bytes: So many unguessable bytes.
        updates: The folder of what PCs may fetch as an update of the program; need not be there.
    """

    settings: Settings
    secret: bytes
    database: Database
    gradebook: Gradebook
    clock: Callable[[], datetime]
    random_bytes: Callable[[int], bytes]
    updates: Path

    def new_id(self) -> UUID:
        """A random UUID."""
        return UUID(bytes=self.random_bytes(16), version=4)
