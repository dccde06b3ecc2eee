"""What was found where something of this PC was looked at."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Health(StrEnum):
    """How one thing stands; the values are what people read."""

    GOOD = "baik"
    DOUBTFUL = "perlu diperhatikan"
    BAD = "bermasalah"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at.

    Attributes:
        subject: What, in Indonesian.
        words: How it is, and what to do about it.
    """

    subject: str
    health: Health
    words: str
