"""Answer lines of typed answers: ``= Teks {nilai=50}`` and the feedback below."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from lessons.headings import outside_code
from lessons.questions.braces import VALUE, braces, read_value, split_braces
from lessons.source_text import Line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lessons.problems import Report

BEGINS = re.compile(r"\s{0,3}=(?!=)\s*\S")
_MARK = re.compile(r"\s{0,3}=(?!=)\s*(?P<rest>.*)")
_QUOTE = re.compile(r"\s+>\s?(?P<text>.*)")
_ESCAPED = re.compile(r"\\([\\|~{}\"\[\]])")
_BRACE = re.compile(r"(?<!\\)[{}]")
_TO_ESCAPE = re.compile(r"[\\|~{}\[\]]")
_WHOLE = Fraction(1)


@dataclass(frozen=True, slots=True)
class TypedLine:
    """An answer line.

    Attributes:
        line: Where it stands in its file, from 1.
        text: What stands after ``=``, escapes still in it, without braces.
        value: What an answer that fits is worth, above 0 and at most 1.
        feedback: Markdown; may be empty.
    """

    line: int
    text: str
    value: Fraction
    feedback: str


def without_typed(lines: Iterable[Line]) -> tuple[Line, ...]:
    """The lines of a quiz, typed answers empty: they are plain text and never shown as Markdown."""
    return tuple(
        Line(line.number, "") if is_text and BEGINS.match(line.text) else line
        for line, is_text in outside_code(lines)
    )


def read_typed(lines: Iterable[Line], example: str, report: Report) -> tuple[TypedLine, ...]:
    """Read the answer lines; what is wrong is reported.

    Args:
        example: How an answer line is written, to be shown in hints.
    """
    found: list[TypedLine] = []
    for line in lines:
        if match := _MARK.fullmatch(line.text):
            found.append(_typed(match["rest"].strip(), line.number, report))
        elif match := _QUOTE.fullmatch(line.text):
            found[-1] = _with_feedback(found[-1], match["text"])
        elif line.text.strip():
            hint = f"Tulis misalnya “{example}”, dan umpan balik dengan empat spasi lalu “> ”."
            report.add(line.number, "Baris ini bukan jawaban dan bukan umpan balik.", hint)
    return tuple(found)


def typed_lines(text: str, value: Fraction, feedback: str) -> Iterator[str]:
    """An answer line and its feedback as an author writes them; the text is escaped already."""
    yield f"= {text}{braces(False, None if value == _WHOLE else value)}"
    yield from (f"    > {line}".rstrip() for line in feedback.split("\n") if feedback)


def alternatives(text: str, sign: str) -> tuple[str, ...]:
    """The texts between unescaped signs, without escapes and without quotation marks around."""
    parts = re.split(rf"(?<!\\){re.escape(sign)}", text)
    return tuple(_unquoted(part.strip()) for part in parts)


def escaped(text: str) -> str:
    """A text that reads back as it is."""
    return _TO_ESCAPE.sub(lambda match: f"\\{match[0]}", text)


def quoted(text: str) -> str:
    """A text that reads back as it is, in quotation marks."""
    inner = escaped(text).replace('"', '\\"')
    return f'"{inner}"'


def check_braces(text: str, line: int, report: Report) -> None:
    """Report braces that are no attributes: a slip in one would become part of the answer."""
    if _BRACE.search(text):
        report.add(
            line,
            "Kurung kurawal dalam jawaban ini tidak dapat dibaca.",
            "Tulis {nilai=50} di akhir jawaban angka atau teks singkat;"
            " kurung yang memang teks ditulis \\{ dan \\}.",
        )


def check_whole(lines: tuple[TypedLine, ...], line: int, report: Report) -> None:
    """Report a question of which no answer is worth all."""
    if lines and all(each.value != _WHOLE for each in lines):
        report.add(
            line,
            "Soal ini tidak mempunyai jawaban yang bernilai penuh.",
            "Tulis sedikitnya satu jawaban tanpa {nilai=…}.",
        )


def _typed(rest: str, line: int, report: Report) -> TypedLine:
    text, inside = split_braces(rest, (VALUE,), line, report)
    check_braces(text, line, report)
    value = read_value(inside[VALUE], line, report) if inside.get(VALUE) else _WHOLE
    if not text:
        report.add(line, "Jawaban ini kosong.", "Tulis jawabannya sesudah “= ”.")
    if value <= 0:
        report.add(line, "Jawaban yang bernilai 0 tidak perlu ditulis.", "Hapus baris ini.")
    return TypedLine(line, text, value, "")


def _with_feedback(line: TypedLine, text: str) -> TypedLine:
    return replace(line, feedback=f"{line.feedback}\n{text}" if line.feedback else text)


def _unquoted(text: str) -> str:
    around = len(text) > 1 and text[0] == text[-1] == '"' and not text.endswith('\\"')
    return _ESCAPED.sub(r"\1", text[1:-1] if around else text)
