"""Moodle's embedded answers, ``{1:SHORTANSWER:=Suap#Tepat~%50%Sogok}``, as its own parser reads.

Rules: ``question/type/multianswer/questiontype.php`` of Moodle 4.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_KINDS = {
    **dict.fromkeys(("NUMERICAL", "NM"), "numerical"),
    **dict.fromkeys(("SHORTANSWER", "SA", "MW", "SHORTANSWER_C", "SAC", "MWC"), "shortanswer"),
    **dict.fromkeys(
        ("MULTICHOICE", "MC", "MULTICHOICE_V", "MCV", "MULTICHOICE_H", "MCH"), "choice"
    ),
    **dict.fromkeys(("MULTICHOICE_S", "MCS", "MULTICHOICE_VS", "MCVS"), "choice"),
    **dict.fromkeys(("MULTICHOICE_HS", "MCHS"), "choice"),
    **dict.fromkeys(("MULTIRESPONSE", "MR", "MULTIRESPONSE_H", "MRH"), "multiresponse"),
    **dict.fromkeys(("MULTIRESPONSE_S", "MRS", "MULTIRESPONSE_HS", "MRHS"), "multiresponse"),
}
_CASE_SENSITIVE = frozenset({"SHORTANSWER_C", "SAC", "MWC"})
_START = re.compile(rf"\{{(?P<weight>[0-9]{{0,6}}):(?P<kind>{'|'.join(_KINDS)}):")
_SEPARATOR = re.compile(r"(?<!\\)[~}#]")
_FRACTION = re.compile(r"=|%(-?[0-9]{1,9}(?:[.,][0-9]{0,9})?)%")
_ESCAPED = re.compile(r"\\([}#~])")


@dataclass(frozen=True, slots=True)
class Alternative:
    """One answer of an embedded question.

    Attributes:
        fraction: What it is worth; 1 is the whole, below 0 a penalty.
        text: HTML where one chooses, else plain.
        feedback: HTML.
    """

    fraction: Fraction
    text: str
    feedback: str


@dataclass(frozen=True, slots=True)
class Embedded:
    """One embedded question.

    Attributes:
        kind: ``numerical``, ``shortanswer``, ``choice`` or ``multiresponse``.
        weight: How much it counts in the question; at least 0.
    """

    kind: str
    weight: int
    case_sensitive: bool
    alternatives: tuple[Alternative, ...]


def split(text: str) -> tuple[str | Embedded, ...]:
    """Text and embedded questions in their order; what is not closed stays text."""
    pieces: list[str | Embedded] = []
    done = 0
    while start := _START.search(text, done):
        found = _alternatives(text, start.end())
        if found is None:
            break
        alternatives, end = found
        weight = int(start["weight"]) if start["weight"] else 1
        kind = start["kind"]
        pieces.append(text[done : start.start()])
        pieces.append(Embedded(_KINDS[kind], weight, kind in _CASE_SENSITIVE, alternatives))
        done = end
    return (*pieces, text[done:])


def _alternatives(text: str, begin: int) -> tuple[tuple[Alternative, ...], int] | None:
    """The alternatives from here to the closing brace, and where it ends; None without one."""
    pieces: list[tuple[str, str]] = []
    answer: str | None = None
    at = begin
    for separator in _separators(text, begin):
        sign, piece = separator[0], text[at : separator.start()]
        if sign == "#" and answer is None:
            answer = piece
        elif sign == "#" or _in_entity(text, separator.start(), answer):
            continue
        else:
            pieces.append((piece, "") if answer is None else (answer, piece))
            answer = None
        at = separator.end()
        if sign == "}":
            return tuple(_alternative(*piece) for piece in pieces if piece[0].strip()), at
    return None


def _separators(text: str, begin: int) -> Iterator[re.Match[str]]:
    for separator in _SEPARATOR.finditer(text, begin):
        if separator[0] != "#" or not text.endswith(("&", "&amp;"), begin, separator.start()):
            yield separator


def _in_entity(text: str, at: int, answer: str | None) -> bool:
    """An ampersand before ``~`` or ``}`` keeps an answer open, as it does in Moodle."""
    return answer is None and text.endswith(("&", "&amp;"), 0, at)


def _alternative(answer: str, feedback: str) -> Alternative:
    match = _FRACTION.match(answer)
    fraction = Fraction(0)
    if match:
        percent = Fraction((match[1] or "100").replace(",", ".").removesuffix("."))
        fraction, answer = percent / 100, answer[match.end() :]
    return Alternative(fraction, _plain(answer), _plain(feedback))


def _plain(text: str) -> str:
    return html.unescape(_ESCAPED.sub(r"\1", text)).strip()
