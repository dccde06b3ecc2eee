"""One line of a formula cut into numbers, words and signs."""

from __future__ import annotations

import re
from dataclasses import dataclass

_TOKEN = re.compile(
    r"(?P<number>\d+(?:[.,]\d+)*)"
    # A hyphen joins words (rata-rata) but is a minus between letters (a-b).
    r"|(?P<word>[^\W\d_]{2,}(?:-[^\W\d_]{2,})+|[^\W\d_][^\W_]*)"
    r"|(?P<special>//|[()^_√])"
    r"|(?P<postfix>[%‰°²³])"
    r"|(?P<sign><=|>=|!=|[-+−–×÷*·/:=≠<>≤≥≈±,;.])"
)
_SHOWN = {"-": "−", "–": "−", "*": "×", "<=": "≤", ">=": "≥", "!=": "≠"}


class FormulaError(ValueError):
    """A formula can't be read.

    Attributes:
        column: From 1.
        message: What is wrong, in Indonesian.
        hint: What to write instead, in Indonesian.
    """

    title = "Rumus tidak dapat dibaca"

    def __init__(self, column: int, message: str, hint: str) -> None:
        """Keep the place and the words."""
        super().__init__(message)
        self.column, self.message, self.hint = column, message, hint


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a formula.

    Attributes:
        kind: ``number``, ``word``, ``special``, ``postfix``, ``sign``; ``end`` behind the last.
        text: As it is to be shown.
        column: From 1.
    """

    kind: str
    text: str
    column: int


def tokens(line: str) -> list[Token]:
    """The pieces of a line, then one of kind ``end``.

    Raises:
        FormulaError: There is a sign that formulas do not know.
    """
    found: list[Token] = []
    place = 0
    while rest := line[place:].lstrip():
        place = len(line) - len(rest)
        match = _TOKEN.match(line, place)
        if match is None:
            raise FormulaError(place + 1, f"Tanda “{rest[0]}” tidak dikenal dalam rumus.", _known())
        found.append(Token(str(match.lastgroup), _SHOWN.get(match[0], match[0]), place + 1))
        place = match.end()
    return [*found, Token("end", "", len(line) + 1)]


def _known() -> str:
    return "Pakai angka, kata, + − × ÷ = ( ), pecahan a // b, jumlah(x), √x, x^2, dan x_1."
