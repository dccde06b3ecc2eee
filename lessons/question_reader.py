"""One question of a quiz file: what all types share, then its type's own parser."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from lessons.head_reader import SHARED, Targets, Words, read_head, read_part_head
from lessons.headings import outside_code
from lessons.problems import Report, suggest
from lessons.questions.registry import TYPES, begins_answers, type_of
from lessons.questions.source import QuestionType, Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from lessons.headings import HeadingLine
    from lessons.questions.base import Head, Question
    from lessons.source_text import Line

_EXPLANATION = "Pembahasan:"
_PART = "###"
_LIKE_AN_OPTION = re.compile(r"\s{0,3}([-*+]\s*)?([(\[][^)\]]{0,3}[)\]]\s*)?[A-Za-z]\)\s")
_PART_SHARED = ("bobot",)


def read_question(
    heading: HeadingLine, lines: Sequence[Line], targets: Targets, report: Report
) -> Question | None:
    """Read one question; None where it can't be, which is reported."""
    return _read(
        heading, lines, SHARED, report, lambda words: read_head(heading, words, targets, report)
    )


def _read_part(
    case: Head, heading: HeadingLine, lines: Sequence[Line], report: Report
) -> Question | None:
    def head(words: Words) -> Head:
        return read_part_head(heading, words, case, report)

    return _read(heading, lines, _PART_SHARED, report, head)


def _read(
    heading: HeadingLine,
    lines: Sequence[Line],
    shared: Iterable[str],
    report: Report,
    read_words: Callable[[Words], Head],
) -> Question | None:
    text = [line for line, _ in takewhile(lambda each: not _ends_text(*each), outside_code(lines))]
    rest = tuple(lines[len(text) :])
    kind = type_of(tuple(takewhile(_is_answer, rest)))
    if kind is None or not kind.holds_parts:
        rest = _before_parts(rest, report)
    answers = rest if kind and kind.holds_parts else tuple(takewhile(_is_answer, rest))
    explanation = _joined(rest[len(answers) :]).removeprefix(_EXPLANATION).strip()
    _check_text(text, report)
    head = read_words(Words(_joined(text), explanation))
    if kind is None:
        report.add(heading.line, "Soal ini belum mempunyai pilihan jawaban.", _forms())
        return None
    _check_attributes(heading, (*shared, *sorted(kind.attributes)), report)
    return kind.parse(_source(heading, head, answers, kind, report))


def _source(
    heading: HeadingLine, head: Head, answers: tuple[Line, ...], kind: QuestionType, report: Report
) -> Source:
    def read_part(part: HeadingLine, lines: Sequence[Line]) -> Question | None:
        return _read_part(head, part, lines, report)

    own = {key: value for key, value in heading.attributes.items() if key in kind.attributes}
    return Source(head, answers, own, report, read_part)


def _before_parts(lines: tuple[Line, ...], report: Report) -> tuple[Line, ...]:
    """Only a case has parts: elsewhere a part would be lost in an explanation, unnoticed."""
    for index, (line, is_text) in enumerate(outside_code(lines)):
        if is_text and line.text.startswith(_PART):
            hint = (
                "Tulis bagian kasus langsung di bawah teksnya, tanpa jawaban atau pembahasan di"
                " antaranya; soal lain diawali “## ”."
            )
            message = "Judul tingkat 3 hanya mengawali bagian soal kasus."
            report.add(line.number, message, hint)
            return lines[:index]
    return lines


def _ends_text(line: Line, is_text: bool) -> bool:
    return is_text and (begins_answers(line.text) or line.text.startswith(_EXPLANATION))


def _is_answer(line: Line) -> bool:
    return not line.text.startswith(_EXPLANATION)


def _check_text(text: Sequence[Line], report: Report) -> None:
    """An option without its mark would else become part of the question, unnoticed."""
    for line, is_text in outside_code(text):
        if is_text and _LIKE_AN_OPTION.match(line.text):
            report.add(line.number, "Baris ini mirip pilihan jawaban tanpa tanda.", _forms())


def _joined(lines: Iterable[Line]) -> str:
    return "\n".join(line.text for line in lines).strip()


def _forms() -> str:
    return f"Tulis misalnya {' atau '.join(f'“{kind.example}”' for kind in TYPES)}."


def _check_attributes(heading: HeadingLine, known: Sequence[str], report: Report) -> None:
    for name in heading.attributes:
        if name not in known:
            hint = suggest(name, known)
            heading.refuse(name, f"Soal tidak mengenal “{name}=”.", hint, report)
