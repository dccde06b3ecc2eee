"""Course files taken apart: the YAML between two ``---`` lines at the head, then the body."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lessons.headings import outside_code
from lessons.nodes import Node
from lessons.source_text import Line, read_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from lessons.problems import Report

_FENCE = "---"
_MAX_LETTERS = 65_536
"""The library takes a second for as much."""
_COMMENT = re.compile(r"\s*<!--((?!-->).)*-->\s*")


@dataclass(frozen=True, slots=True)
class Document:
    """A course file: its front matter by field name, then the lines of its body."""

    fields: dict[str, Node]
    body: tuple[Line, ...]


def read_document(path: Path, report: Report) -> Document | None:
    """Read a file and take its front matter off; None where it can't be, which is reported."""
    lines = read_lines(path, report)
    return _split(lines, report) if lines else None


def _split(lines: tuple[Line, ...], report: Report) -> Document | None:
    end = _end_of_front_matter(lines)
    if end is None:
        report.add(
            1,
            "Berkas ini tidak diawali kepala berkas yang lengkap.",
            "Baris pertama harus “---”, lalu isian seperti “judul: …”, lalu “---” lagi.",
        )
        return None
    fields = _fields(lines[1:end], report)
    return None if fields is None else Document(fields, tuple(without_comments(lines[end + 1 :])))


def without_comments(lines: Iterable[Line]) -> Iterator[Line]:
    """Lines of which one that is nothing but ``<!-- … -->``, a note among trainers, is empty."""
    for line, is_text in outside_code(lines):
        yield Line(line.number, "") if is_text and _COMMENT.fullmatch(line.text) else line


def _end_of_front_matter(lines: tuple[Line, ...]) -> int | None:
    if lines[0].text.rstrip() != _FENCE:
        return None
    rest = enumerate(lines[1:], 1)
    return next((index for index, line in rest if line.text.rstrip() == _FENCE), None)


def _fields(lines: tuple[Line, ...], report: Report) -> dict[str, Node] | None:
    # Whoever only grades or shows a course that was read need not load the YAML library.
    from lessons.yaml_nodes import YamlUnusableError, parse_yaml

    # An empty line stands for the fence, so that the library counts lines as the file does.
    yaml = "\n".join(["", *(line.text for line in lines)])
    if len(yaml) > _MAX_LETTERS:
        report.add(1, f"Kepala berkas melebihi {_MAX_LETTERS} huruf.", "Pindahkan isinya ke bawah.")
        return None
    try:
        root = parse_yaml(yaml)
    except YamlUnusableError as error:
        report.add(error.place.line, error.message, error.hint, error.place.column)
        return None
    if not isinstance(root.value, dict):
        report.add(2, "Kepala berkas belum berisi isian.", "Tulis misalnya “judul: …”.")
        return None
    return root.value
