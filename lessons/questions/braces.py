"""What stands in braces at the end of an answer line: ``{tetap}``, ``{nilai=50}``, or both.

Braces that are text are written ``\\{``.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from lessons.problems import suggest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lessons.problems import Report

FIXED = "tetap"
VALUE = "nilai"
_WORD = r"[A-Za-z]+\s*(?:=\s*[^\s{}]*)?"
_BRACES = re.compile(rf"\s*(?<!\\)\{{\s*(?P<inside>{_WORD}(?:\s+{_WORD})*)\s*\}}\s*$")
_ATTRIBUTE = re.compile(r"(?P<name>[A-Za-z]+)(?P<value>\s*=\s*[^\s{}]*)?")
_PERCENT = re.compile(r"(?P<sign>[-−]?)(?P<whole>[0-9]{1,3})(?:,(?P<part>[0-9]{1,9}))?%?")
_FRACTION = re.compile(r"(?P<sign>[-−]?)(?P<top>[0-9]{1,9})/(?P<bottom>[0-9]{1,9})")


def split_braces(
    text: str, known: Iterable[str], line: int, report: Report
) -> tuple[str, dict[str, str]]:
    """A text without the braces at its end, and what they hold by name; bad names are reported."""
    found: dict[str, str] = {}
    while match := _BRACES.search(text):
        text = text[: match.start()]
        for attribute in _ATTRIBUTE.finditer(match["inside"]):
            name, value = attribute["name"], (attribute["value"] or "").strip("= \t")
            if name not in known or name in found or (name == VALUE) != bool(value):
                hint = f"{suggest(name, known)} Tulis misalnya {{tetap}} atau {{nilai=50}};"
                message = f"“{attribute[0]}” di dalam kurung kurawal tidak dapat dibaca."
                report.add(line, message, f"{hint} kurung yang memang teks ditulis \\{{.")
            found[name] = value
    return text.rstrip(), found


def read_value(written: str, line: int, report: Report) -> Fraction:
    """What ``nilai=`` says, from -1 to 1; what can't be read is reported and counts as 0."""
    value = _value(written)
    if value is not None and abs(value) <= 1:
        return value
    report.add(
        line,
        f"“nilai={written}” tidak dapat dibaca.",
        "Tulis persen dari -100 sampai 100 atau pecahan, misalnya 50, -25, 33,3, atau 1/3.",
    )
    return Fraction(0)


def braces(fixed: bool, value: Fraction | None) -> str:
    """`` {tetap nilai=50}`` as an author writes it; empty where there is neither."""
    words = [FIXED] if fixed else []
    words += [] if value is None else [f"{VALUE}={value_text(value)}"]
    return f" {{{' '.join(words)}}}" if words else ""


def value_text(value: Fraction) -> str:
    """A value as an author writes it: whole percent, or else a fraction."""
    percent = value * 100
    return str(percent if percent.denominator == 1 else value)


def _value(written: str) -> Fraction | None:
    if match := _PERCENT.fullmatch(written):
        value = Fraction(f"{match['whole']}.{match['part'] or 0}") / 100
    elif (match := _FRACTION.fullmatch(written)) and int(match["bottom"]):
        value = Fraction(int(match["top"]), int(match["bottom"]))
    else:
        return None
    return -value if match["sign"] else value
