"""What an export gives."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Exported:
    """A quiz in another format.

    Attributes:
        text: The file.
        changed: What is there but says less than the question did, in Indonesian.
        left_out: Which questions are not there and why, in Indonesian.
    """

    text: str
    changed: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()


class Inexpressible(ValueError):
    """The format has no way to say this question; the text says why, in Indonesian."""
