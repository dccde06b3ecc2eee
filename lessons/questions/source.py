"""What a question type's parser is given, and how a type presents itself to the registry."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from lessons.problems import Report
from lessons.questions.base import Head, Question
from lessons.source_text import Line


@dataclass(frozen=True, slots=True)
class Source:
    """One question as it stands in the file, taken apart as far as all types share.

    Attributes:
        head: Heading, text and explanation.
        answers: The lines between the text and ``Pembahasan``, from the first answer line on.
        attributes: The type's own attributes of the heading, for example ``nilai``.
        report: Where to say what is wrong.
    """

    head: Head
    answers: tuple[Line, ...]
    attributes: Mapping[str, str]
    report: Report


@dataclass(frozen=True, slots=True)
class QuestionType:
    """One question type.

    Attributes:
        kind: Identifier in forms and hashes, for ever.
        example: How an answer line is written, to be shown in hints.
        begins: Matches a line with which the answers begin.
        attributes: The attributes of the heading that only this type knows.
        recognises: Whether these answer lines are of this type.
        parse: Reads the question; None when problems were reported.
    """

    kind: str
    example: str
    begins: re.Pattern[str]
    attributes: frozenset[str]
    recognises: Callable[[tuple[Line, ...]], bool]
    parse: Callable[[Source], Question | None]
