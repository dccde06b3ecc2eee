"""Text from elsewhere as Markdown that shows the same and that the reader takes for text."""

from __future__ import annotations

import re

from lessons.headings import outside_code
from lessons.latex import find_latex
from lessons.questions.registry import begins_answers
from lessons.source_text import Line

_SPECIAL = re.compile(r"[\\`*\[\]]|(?<![^\W_])_|_(?![^\W_])")
_ENTITY = re.compile(r"&(?=#?[A-Za-z0-9]{1,31};)")
_TAG = re.compile(r"<(?=[A-Za-z/!?])")
_ATTRIBUTES = re.compile(r"\{(?=:)")
_BLOCK = re.compile(
    r"(?P<sign>#|>|!!!|[-+*](?=\s|$)|-(?=[-\s]*$)|:(?=\s))|\d{1,9}(?P<dot>[.)])(?=\s)"
)
_UNESCAPABLE = re.compile(r"[=~](?=\s|$|[=~]+)")
_LETTERED = re.compile(r"(?P<before>[-*+\s]*[A-Za-z])\)(?=\s)")
_EXPLANATION = re.compile(r"(Pembahasan):")
_SIGN = re.compile(r"\\.|\$")
_PUNCTUATION = "\\`*_{}[]()>#+-.!"
_MAX_LINE = 1500


def escaped(text: str) -> str:
    """Plain text as Markdown that shows it letter by letter; line starts are left as they are."""
    text = _ENTITY.sub("&amp;", text)
    text = _SPECIAL.sub(lambda match: f"\\{match[0]}", text).replace("](", "]&#40;")
    return _ATTRIBUTES.sub(r"\\{", _TAG.sub("&lt;", text))


def as_paragraph(line: str) -> str:
    """A line that Markdown would take for a heading, list, quotation or rule, as a paragraph."""
    match = _BLOCK.match(line)
    if match and match["sign"] != ":" and match["sign"]:
        return f"\\{line}"
    if match and match["dot"]:
        return f"{line[: match.end() - 1]}\\{line[match.end() - 1 :]}"
    if match or _UNESCAPABLE.match(line):
        return f"&#{ord(line[0])};{line[1:]}"
    return line


def as_text(markdown: str) -> str:
    """Markdown of which no line is taken for an answer, an explanation or a heading."""
    lines = (Line(number, line) for number, line in enumerate(markdown.split("\n"), 1))
    return "\n".join(
        _no_answer(line.text) if is_text else line.text for line, is_text in outside_code(lines)
    )


def without_latex(line: str) -> str:
    """A line whose dollars, backslashes and brackets are signs like others."""
    return _SIGN.sub(lambda sign: _as_sign(sign[0]), line) if find_latex(line) else line


def wrapped(line: str) -> list[str]:
    """A paragraph as lines of a length that the reader takes, broken at spaces."""
    lines: list[str] = []
    while len(line) > _MAX_LINE and (at := line.rfind(" ", 1, _MAX_LINE)) > 0:
        lines.append(line[:at].rstrip())
        line = as_paragraph(line[at:].strip())
    return [*lines, line]


def _no_answer(line: str) -> str:
    line = without_latex(line)
    line = _EXPLANATION.sub(r"\1 :", line) if line.startswith("Pembahasan:") else line
    line = _LETTERED.sub(r"\g<before>\\)", line, count=1) if _LETTERED.match(line) else line
    if line.startswith("#"):
        line = f"\\{line}"
    return _unlike_answers(line) if begins_answers(line) else line


def _unlike_answers(line: str) -> str:
    """Escapes the first sign that makes the line begin answers."""
    for index, letter in enumerate(line[:40]):
        if letter in _PUNCTUATION:
            changed = f"{line[:index]}\\{line[index:]}"
            if not begins_answers(changed):
                return changed
    return f"&#{ord(line[0])};{line[1:]}"


def _as_sign(sign: str) -> str:
    """A dollar, or a backslash and what follows it, as no rule of LaTeX takes them."""
    if sign[-1] in "[(":
        return f"&#{ord(sign[-1])};"
    return f"\\{sign}" if sign == "$" or sign[-1].isalpha() else sign
