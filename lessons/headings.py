"""Headings of Markdown files and their attributes: ``## Text {#id key=value}``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lessons.problems import Report
    from lessons.source_text import Line

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_HEADING = re.compile(r"(#{1,6})(.*)")
_FENCE = re.compile(r"\s{0,3}(```|~~~)")


@dataclass(frozen=True, slots=True)
class HeadingLine:
    """A heading as it stands in the file; ``id`` is empty where none is written."""

    line: int
    level: int
    text: str
    id: str
    attributes: dict[str, str]


def outside_code(lines: Iterable[Line]) -> Iterator[tuple[Line, bool]]:
    """Each line, and whether it is outside fenced code."""
    fence = ""
    for line in lines:
        match = _FENCE.match(line.text)
        if match and fence in ("", match[1]):
            fence = "" if fence else match[1]
            yield line, False
        else:
            yield line, not fence


def read_heading(line: Line, report: Report) -> HeadingLine | None:
    """Read a heading, or None where the line is no heading; bad attributes are reported."""
    match = _HEADING.fullmatch(line.text)
    if match is None:
        return None
    text, inside = _split_attributes(match[2].strip().rstrip("#").rstrip())
    found = _attributes(inside, line, report)
    heading_id = found.pop("#", "")
    if heading_id and not ID.fullmatch(heading_id):
        report.add(
            line.number,
            f"Id “#{heading_id}” tidak dapat dipakai.",
            "Pakai huruf kecil a–z, angka, dan tanda hubung, misalnya #batas-waktu.",
        )
    return HeadingLine(line.number, len(match[1]), text, heading_id, found)


def _split_attributes(rest: str) -> tuple[str, str]:
    text, brace, inside = rest.rpartition("{")
    if not brace or not inside.endswith("}"):
        return rest, ""
    return text.rstrip(), inside.removesuffix("}")


def _attributes(inside: str, line: Line, report: Report) -> dict[str, str]:
    found: dict[str, str] = {}
    for part in inside.split():
        key, _, value = ("#", "=", part[1:]) if part.startswith("#") else part.partition("=")
        if not key or not value or key in found:
            report.add(
                line.number,
                f"“{part}” di dalam kurung kurawal tidak dapat dibaca.",
                "Tulis {#id kunci=nilai}, tanpa spasi di sekitar “=”, masing-masing satu kali.",
            )
        found[key] = value
    return found
