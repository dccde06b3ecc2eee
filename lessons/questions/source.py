"""What a question type's parser is given, and how a type presents itself to the registry."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from lessons.headings import HeadingLine
from lessons.problems import Report
from lessons.questions.base import Form, Head, Question
from lessons.records import RawAnswer
from lessons.source_text import Line


@dataclass(frozen=True, slots=True)
class Source:
    """One question as it stands in the file, taken apart as far as all types share.

    Attributes:
        head: Heading, text and explanation.
        answers: The lines between the text and ``Pembahasan``, from the first answer line on.
        attributes: The type's own attributes of the heading, for example ``nilai``.
        report: Where to say what is wrong.
        read_part: Reads one part of a case by its heading and lines; any type but a case.
    """

    head: Head
    answers: tuple[Line, ...]
    attributes: Mapping[str, str]
    report: Report
    read_part: Callable[[HeadingLine, Sequence[Line]], Question | None]


def never_asks(_form: Form, _answer: RawAnswer) -> str:
    """Any answer of these types can be read."""
    return ""


@dataclass(frozen=True, slots=True)
class QuestionType:
    """One question type.

    Attributes:
        kind: Identifier in forms and hashes, for ever.
        example: How an answer line is written, to be shown in hints.
        begins: Matches a line with which the answers begin.
        attributes: The attributes of the heading that only this type knows.
        recognises: Whether these answer lines are of this type.
        parse: Reads the question; None when problems were reported. Its return annotation names
            the type's dataclass, as which compiled courses keep and read such questions.
        asks_again: Why an answer can't be read and is asked for again, in Indonesian for the
            learner; empty when it can be read, or when nothing was given.
        holds_parts: Whether everything to the end of the question belongs to its answers, with
            explanations of its parts.
        fewest_choices: How many choices a form has at the least; 0 where it has none of its own.
        fewest_places: How many places a form has at the least; 0 where it has none.
    """

    kind: str
    example: str
    begins: re.Pattern[str]
    attributes: frozenset[str]
    recognises: Callable[[tuple[Line, ...]], bool]
    parse: Callable[[Source], Question | None]
    asks_again: Callable[[Form, RawAnswer], str] = never_asks
    holds_parts: bool = False
    fewest_choices: int = 0
    fewest_places: int = 0
