"""Finds LaTeX in Markdown, which courses do not show; money such as “$5” or “US$ 10” is none."""

from __future__ import annotations

import re

_WINDOWS_PATH = re.compile(r"(?:(?<![A-Za-z])[A-Za-z]:|(?<!\S)\\)\\[^\s\"”]*")
_COMMANDS = (
    "alpha|approx|bar|begin|beta|bmod|cdot|cdots|cfrac|delta|dfrac|displaystyle|div|dots|end|equiv"
    "|frac|gamma|geq?|hat|infty|int|lambda|ldots|left|leq?|lim|log|mathbb|mathbf|mathit|mathrm|mu"
    "|neq?|omega|overline|pi|pm|prod|quad|right|rightarrow|sigma|sqrt|sum|text|textbf|tfrac|theta"
    "|times|to|underline|vec"
)
_COMMAND = re.compile(rf"(?<!\\)\\(?:{_COMMANDS})(?![A-Za-z])")
_PARENTHESIS = re.compile(r"(?<!\\)\\\(")
_DISPLAY = re.compile(r"(?<!\\)\$\$")
# As Pandoc does: no space inside the signs, no digit or letter outside of them.
_INLINE = re.compile(r"(?<![\w\\$])\$(?P<inside>[^\s$](?:[^$]*[^\s$\\])?)\$(?![\w$])")
_MATHEMATICAL = frozenset("\\^_{}=+*<>")


def find_latex(text: str) -> int:
    """The column, from 1, where LaTeX begins in a line without its code; 0 where there is none.

    A dollar or backslash that is escaped (``\\$``, ``\\\\frac``) begins none.
    """
    if "$" not in text and "\\" not in text:
        return 0
    text = _WINDOWS_PATH.sub(lambda path: " " * len(path[0]), text)
    found = [rule.search(text) for rule in (_COMMAND, _PARENTHESIS, _DISPLAY)]
    found.extend(match for match in _INLINE.finditer(text) if _is_formula(match["inside"]))
    columns = [match.start() + 1 for match in found if match]
    return min([*columns, *_bracket(text)], default=0)


def _bracket(text: str) -> list[int]:
    """Where ``\\[`` opens a formula, which fills its line; others are Markdown's own."""
    line = text.strip()
    inside = line.removeprefix("\\[").removesuffix("\\]")
    fills = len(line) - len(inside) == len("\\[\\]") and inside[:1].isspace()
    is_formula = line == "\\[" or (fills and not _MATHEMATICAL.isdisjoint(inside))
    return [text.index("\\[") + 1] if is_formula else []


def _is_formula(inside: str) -> bool:
    """“$5 sampai 10$” is two amounts."""
    words = inside[0].isdecimal() and any(sign.isspace() for sign in inside)
    return not (words and _MATHEMATICAL.isdisjoint(inside))
