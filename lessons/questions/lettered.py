"""Answer lines that carry a forever letter: ``a) Text`` after a bullet, a box or a number."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lessons.problems import Report
    from lessons.source_text import Line

_LETTERED = re.compile(r"(?P<id>[a-z])\)(\s+|$)(?P<text>.*)")
_BLOCK = re.compile(r"#|>|!!!|[-*+]\s|\d+\.\s")


@dataclass(frozen=True, slots=True)
class LetteredLine:
    """An answer line, with what was continued on the lines below it.

    Attributes:
        line: Where it begins in its file, from 1.
        mark: What stands before the letter: ``-`` or ``1.``.
        id: Its letter, for ever.
    """

    line: int
    mark: str
    id: str
    text: str


def read_lettered_lines(
    lines: Iterable[Line], mark: re.Pattern[str], example: str, report: Report
) -> tuple[LetteredLine, ...]:
    """Read the answer lines of a type; what is wrong is reported and left out.

    Args:
        mark: Matches what an answer line begins with; its groups are ``mark`` and ``rest``.
        example: How an answer line is written, to be shown in hints.
    """
    joined = _joined(lines, mark, example, report)
    found: dict[str, LetteredLine] = {}
    for line in joined:
        lettered = _lettered(line, example, report)
        if lettered is not None:
            reject_double(lettered.id, lettered.line, found, report)
            found.setdefault(lettered.id, lettered)
    return tuple(found.values())


def split_letter(text: str) -> tuple[str, str]:
    """The letter of ``a) Text`` and the text; both empty where there is no letter."""
    match = _LETTERED.fullmatch(text)
    return (match["id"], match["text"].strip()) if match else ("", "")


def reject_double(letter: str, line: int, used: Iterable[str], report: Report) -> None:
    """Report a letter that the question has used before."""
    if letter in used:
        report.add(
            line,
            f"Huruf “{letter}” dipakai dua kali dalam soal ini.",
            "Beri setiap jawaban huruf sendiri: a) b) c) d).",
        )


def check_inline(text: str, line: int, report: Report) -> None:
    """Report an answer that Markdown would show as a heading, quotation, box or list."""
    if _BLOCK.match(text):
        report.add(
            line,
            "Jawaban ini akan tampak sebagai judul, kutipan, atau daftar.",
            "Ubah awalnya, atau sisipkan \\, misalnya “1\\. Januari”.",
        )


def _joined(
    lines: Iterable[Line], mark: re.Pattern[str], example: str, report: Report
) -> list[LetteredLine]:
    """Each answer line with its continuation, letters not yet read."""
    found: list[LetteredLine] = []
    for line in lines:
        text = line.text.strip()
        if match := mark.fullmatch(line.text):
            found.append(LetteredLine(line.number, match["mark"], "", match["rest"].strip()))
        elif text and line.text[0].isspace() and not text.startswith(">"):
            found[-1] = replace(found[-1], text=f"{found[-1].text} {text}")
        elif text:
            hint = f"Tulis misalnya “{example}”; penjelasan ditulis sesudah “Pembahasan:”."
            report.add(line.number, "Baris ini bukan jawaban.", hint)
    return found


def _lettered(line: LetteredLine, example: str, report: Report) -> LetteredLine | None:
    letter, text = split_letter(line.text)
    if not letter or not text:
        report.add(
            line.line,
            "Jawaban ini tidak berhuruf atau tidak berisi.",
            f"Tulis misalnya “{example}”, dengan huruf kecil a sampai z.",
        )
        return None
    return replace(line, id=letter, text=text)
