"""Headings of Markdown files and their attributes: ``## Text {#id key=value}``."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lessons.problems import Report
    from lessons.source_text import Line

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_ID = "#"
_HEADING = re.compile(r"(#{1,6})(.*)")
_FENCE = re.compile(r"\s*(```|~~~)")
_ATTRIBUTE = re.compile(r'[^\s="]+="[^"]*"(?=\s|$)|\S+')


@dataclass(frozen=True, slots=True)
class HeadingLine:
    """A heading as it stands in the file; ``id`` is empty where none is written.

    Attributes:
        columns: Where each attribute begins in its line, from 1.
    """

    line: int
    level: int
    text: str
    id: str
    attributes: dict[str, str]
    columns: dict[str, int] = field(default_factory=dict)

    def refuse(self, attribute: str, message: str, hint: str, report: Report) -> None:
        """Report what is wrong with an attribute; with the heading as a whole if it has none."""
        report.add(self.line, message, hint, self.columns.get(attribute, 0))


def fence_mark(text: str) -> str:
    """The three signs with which a fence begins or ends, whatever its indent; else empty."""
    match = _FENCE.match(text)
    return match[1] if match else ""


def outside_code(lines: Iterable[Line]) -> Iterator[tuple[Line, bool]]:
    """Each line, and whether it is outside fenced code."""
    fence = ""
    for line in lines:
        mark = fence_mark(line.text)
        if mark and fence in ("", mark):
            fence = "" if fence else mark
            yield line, False
        else:
            yield line, not fence


def read_heading(line: Line, report: Report) -> HeadingLine | None:
    """Read a heading, or None where the line is no heading; bad attributes are reported."""
    match = _HEADING.fullmatch(line.text)
    if match is None:
        return None
    text, inside = _split_attributes(match[2].strip().rstrip("#").rstrip())
    # Nothing but a brace, spaces and hashes stand behind the attributes.
    start = line.text.rfind("{") + 2
    found, columns = _attributes(inside, start, line, report)
    heading = HeadingLine(line.number, len(match[1]), text, found.pop(_ID, ""), found, columns)
    if heading.id and not ID.fullmatch(heading.id):
        heading.refuse(
            _ID,
            f"Id “#{heading.id}” tidak dapat dipakai.",
            "Pakai huruf kecil a–z, angka, dan tanda hubung, misalnya #batas-waktu.",
            report,
        )
    return heading


def _split_attributes(rest: str) -> tuple[str, str]:
    text, brace, inside = rest.rpartition("{")
    if not brace or not inside.endswith("}"):
        return rest, ""
    return text.rstrip(), inside.removesuffix("}")


def _attributes(
    inside: str, start: int, line: Line, report: Report
) -> tuple[dict[str, str], dict[str, int]]:
    found: dict[str, str] = {}
    columns: dict[str, int] = {}
    for match in _ATTRIBUTE.finditer(inside):
        key, value = _attribute(match[0])
        if not key or not value or key in found:
            report.add(
                line.number,
                f"“{match[0]}” di dalam kurung kurawal tidak dapat dibaca.",
                "Tulis {#id kunci=nilai}, tanpa spasi di sekitar “=”, masing-masing satu kali;"
                ' nilai yang memuat spasi diapit tanda kutip, misalnya satuan="hari kerja".',
                start + match.start(),
            )
        found[key] = value
        columns[key] = start + match.start()
    return found, columns


def _attribute(part: str) -> tuple[str, str]:
    if part.startswith("#"):
        return _ID, part[1:]
    key, _, value = part.partition("=")
    quoted = len(value) > 1 and value.startswith('"') and value.endswith('"')
    return key, value[1:-1] if quoted else value
