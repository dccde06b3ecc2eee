"""What came out of reading a file with questions from elsewhere."""

from __future__ import annotations

from dataclasses import dataclass

from lessons.questions.base import Question

GIFT = "gift"
AIKEN = "aiken"
MOODLE_XML = "moodle-xml"
XLSX = "xlsx"


@dataclass(frozen=True, slots=True)
class Imported:
    """One question that came in.

    Attributes:
        question: As it will stand in the draft; ``head.title`` is what Moodle calls it.
        line: Of the file (the row of a workbook), from 1, with which the question itself begins.
        notes: What was lost in translation, in Indonesian, for the trainer.
    """

    question: Question
    line: int
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that is no question which a program could grade.

    Attributes:
        line: From 1.
        kind: ``category``, ``description`` or ``essay``.
        reason: Why it was left out, in Indonesian.
    """

    line: int
    kind: str
    reason: str


@dataclass(frozen=True, slots=True)
class Rejected:
    """A question that is broken or can't be expressed.

    Attributes:
        line: From 1.
        reason: What is wrong with it, in Indonesian.
    """

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """Everything that a file held, each in the order of the file.

    Attributes:
        format: ``gift``, ``aiken``, ``moodle-xml`` or ``xlsx``.
        pictures: Name and bytes of each picture that a question shows as ``img/name``.
    """

    format: str
    questions: tuple[Imported, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    pictures: tuple[tuple[str, bytes], ...] = ()


class UnreadableFile(ValueError):
    """A file can't be read at all.

    Attributes:
        title: For people, in Indonesian.
        message: For people, in Indonesian.
    """

    title = "Berkas tidak dapat diimpor"

    def __init__(self, message: str) -> None:
        """Keep the message."""
        super().__init__(message)
        self.message = message


class Unusable(ValueError):
    """One question is broken or can't be expressed; the text says why, in Indonesian."""
