"""What every command for IT staff says in the end, and by which exit code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum


class Exit(IntEnum):
    """What the exit codes mean; 7 is the window's, when it is open already."""

    OK = 0
    OTHER = 1
    USAGE = 2
    NOT_ENROLLED = 3
    NETWORK = 4
    REFUSED = 5
    STORE = 6
    PACKAGE = 8
    STILL_OPEN = 9
    RESULTS_WAIT = 10
    SETTINGS = 11
    DAMAGED = 12
    UPDATE = 13
    RIGHTS = 14


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command says.

    Attributes:
        lines: For people.
        facts: The same for programs: plain JSON values.
        is_error: Whether the command could not do its work; then people read it on stderr.
    """

    code: Exit
    lines: tuple[str, ...]
    facts: Mapping[str, object]
    is_error: bool = False
