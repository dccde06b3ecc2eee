"""What the writer of a question type gives."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Written:
    """The part of a question that only its type has.

    Attributes:
        type: Moodle's word for the type.
        lines: Elements of Moodle XML.
        text: The question's text where the answers stand in it; else empty.
    """

    type: str
    lines: tuple[str, ...]
    text: str = ""
