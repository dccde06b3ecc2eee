"""The option lines that the choice types share: ``- (x) a) Text {tetap}`` and its feedback.

An option may say what choosing it is worth (``{nilai=50}``, in percent, or ``{nilai=1/3}``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from lessons.questions.base import Choice, Order, arranged
from lessons.questions.braces import FIXED, VALUE, braces, read_value, split_braces, value_text
from lessons.questions.lettered import check_inline, reject_double, split_letter

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lessons.problems import Report
    from lessons.source_text import Line

_MARK = re.compile(r"\s*[-*+]\s*(?P<open>[(\[])(?P<mark>[^)\]]{0,3})[)\]]\s*(?P<rest>.*)")
_QUOTE = re.compile(r"\s+>\s?(?P<text>.*)")


@dataclass(frozen=True, slots=True)
class Option:
    """One option with everything that the author knows about it.

    Attributes:
        id: Its letter, for ever.
        right: Whether it belongs to the key.
        fixed: Whether it stays last when options are shuffled (``{tetap}``).
        feedback: Markdown, shown when it was chosen; may be empty.
        value: What choosing it is worth (``nilai=``), -1 to 1; None where the type decides.
    """

    id: str
    text: str
    right: bool
    fixed: bool
    feedback: str
    value: Fraction | None = None


@dataclass(frozen=True, slots=True)
class MarkedLine:
    """An option line before its letter is read, with what belongs to it."""

    line: int
    right: bool
    text: str
    feedback: str


def read_marked(lines: Iterable[Line], report: Report) -> list[MarkedLine]:
    """Read marks, texts and feedback; a line that is none of these is reported."""
    found: list[MarkedLine] = []
    brackets: set[str] = set()
    for line in lines:
        if match := _MARK.match(line.text):
            brackets.add(match["open"])
            found.append(_marked(line.number, match, len(brackets) == 1, report))
        elif line.text.strip():
            _continue(found, line, report)
    return found


def read_lettered(lines: Iterable[Line], report: Report) -> tuple[Option, ...]:
    """Read options that carry letters; what is wrong is reported and left out."""
    options: dict[str, Option] = {}
    marked_lines = read_marked(lines, report)
    if len(marked_lines) == 1:
        line = marked_lines[0].line
        report.add(line, "Soal ini hanya mempunyai satu pilihan.", "Tulis sedikitnya dua.")
    for marked in marked_lines:
        option = _lettered(marked, report)
        if option is not None:
            reject_double(option.id, marked.line, options, report)
            options.setdefault(option.id, option)
    return tuple(options.values())


def ordered_choices(question: str, options: tuple[Option, ...], order: Order) -> tuple[Choice, ...]:
    """The options as a learner sees them: in the given order, fixed ones last."""
    choices = tuple(Choice(option.id, option.text, option.fixed) for option in options)
    return arranged(question, choices, order)


def option_lines(options: tuple[Option, ...], brackets: str) -> tuple[str, ...]:
    """Options and their feedback as an author writes them; ``brackets`` is ``()`` or ``[]``."""
    return tuple(line for option in options for line in _option_lines(option, brackets))


def marked_lines(text: str, right: bool, feedback: str, brackets: str) -> Iterator[str]:
    """One marked answer and its feedback as an author writes them."""
    yield f"- {brackets[0]}{'x' if right else ' '}{brackets[1]} {text}"
    for line in feedback.split("\n") if feedback else ():
        yield f"    > {line}" if line else "    >"


def feedback_on(options: tuple[Option, ...], chosen: frozenset[str]) -> tuple[str, ...]:
    """The feedback of the chosen options, in the author's order."""
    return tuple(option.feedback for option in options if option.id in chosen and option.feedback)


def keys_of(options: tuple[Option, ...]) -> dict[str, bool]:
    """What decides a grade: for each option whether it is right."""
    return {option.id: option.right for option in options}


def values_of(options: tuple[Option, ...]) -> dict[str, dict[str, str]]:
    """What the author said that options are worth, for graded content; empty without any."""
    values = {each.id: value_text(each.value) for each in options if each.value is not None}
    return {"values": values} if values else {}


def _marked(number: int, match: re.Match[str], alike: bool, report: Report) -> MarkedLine:
    mark = match["mark"].strip()
    if not alike:
        report.add(
            number,
            "Soal ini mencampur ( ) dan [ ].",
            "Pakai ( ) bila kuncinya satu, [ ] bila kuncinya beberapa.",
        )
    if mark not in ("", "x", "X"):
        report.add(
            number,
            f"Tanda “{mark}” tidak dikenal.",
            "Tulis (x) atau [x] untuk yang benar, ( ) atau [ ] untuk yang lain.",
        )
    return MarkedLine(number, mark != "", match["rest"].strip(), "")


def _continue(found: list[MarkedLine], line: Line, report: Report) -> None:
    if not line.text[0].isspace():
        report.add(
            line.number,
            "Baris ini bukan pilihan jawaban dan bukan umpan balik.",
            "Awali pilihan dengan “- (x) a)” dan umpan balik dengan empat spasi lalu “> ”.",
        )
        return
    last = found[-1]
    if quote := _QUOTE.match(line.text):
        feedback = f"{last.feedback}\n{quote['text']}" if last.feedback else quote["text"]
        found[-1] = replace(last, feedback=feedback)
    else:
        found[-1] = replace(last, text=f"{last.text} {line.text.strip()}")


def _option_lines(option: Option, brackets: str) -> Iterator[str]:
    text = f"{option.id}) {option.text}{braces(option.fixed, option.value)}"
    return marked_lines(text, option.right, option.feedback, brackets)


def _lettered(marked: MarkedLine, report: Report) -> Option | None:
    letter, rest = split_letter(marked.text)
    if not rest:
        report.add(
            marked.line,
            "Pilihan jawaban ini tidak berhuruf atau tidak berisi.",
            "Tulis misalnya “- ( ) b) Tujuh hari kerja”, dengan huruf kecil a sampai z.",
        )
        return None
    text, own = split_braces(rest, (FIXED, VALUE), marked.line, report)
    if not text:
        report.add(marked.line, "Pilihan jawaban ini kosong.", "Tulis isinya sebelum {tetap}.")
        return None
    check_inline(text, marked.line, report)
    value = read_value(own[VALUE], marked.line, report) if VALUE in own else None
    return Option(letter, text, marked.right, FIXED in own, marked.feedback, value)
