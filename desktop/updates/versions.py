"""Versions of the program, as they stand in file names of Windows and of Debian."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Self

_STAGES = ("dev", "a", "b", "rc", "", "post")
"""From early to late; the empty one is the release itself."""
PATTERN = r"\d{1,6}(?:\.\d{1,6}){0,3}(?:[.~]?(?:dev|a|b|rc|post)\d{1,6})?"
_PARTS = re.compile(
    r"(?P<numbers>[\d.]+?)(?:[.~]?(?P<stage>dev|a|b|rc|post)(?P<count>\d+))?", re.ASCII
)


@dataclass(frozen=True, slots=True, order=True)
class Version:
    """A version that can be compared; ``0.2.0~rc1`` is ``0.2.0rc1`` and comes before ``0.2``.

    Attributes:
        text: As it was written.
    """

    numbers: tuple[int, ...]
    stage: int
    count: int
    text: str = field(compare=False)

    @classmethod
    def read(cls, text: str) -> Self:
        """Read a version.

        Raises:
            ValueError: It is none that this program has ever had.
        """
        match = _PARTS.fullmatch(text)
        if match is None or not re.fullmatch(PATTERN, text, re.ASCII):
            raise ValueError(text)
        numbers = [int(each) for each in match["numbers"].split(".")]
        while numbers and not numbers[-1]:
            numbers.pop()
        stage = _STAGES.index(match["stage"] or "")
        return cls(tuple(numbers), stage, int(match["count"] or 0), text)

    def __str__(self) -> str:
        return self.text
