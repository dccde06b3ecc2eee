"""Course files as lines of text: UTF-8 with or without BOM, any line ends."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from lessons.problems import Report

MAX_FILE_BYTES = 1024 * 1024
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\x80-\x9f\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a file and its number, from 1."""

    number: int
    text: str


def read_lines(path: Path, report: Report) -> tuple[Line, ...]:
    """The lines of a file; empty, and reported, where it can't be read as text."""
    text = _decode(_bytes(path, report), report)
    return split_lines(text, report) if text else ()


def split_lines(text: str, report: Report) -> tuple[Line, ...]:
    """A text as lines; what can't be seen in it is reported."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for number, line in enumerate(lines, 1):
        if found := _CONTROL.search(line):
            report.add(
                number,
                f"Ada tanda kendali U+{ord(found[0]):04X} yang tidak terlihat.",
                "Hapus tanda itu, atau ketik ulang baris ini.",
                found.start() + 1,
            )
    return tuple(Line(number, line) for number, line in enumerate(lines, 1))


def _bytes(path: Path, report: Report) -> bytes:
    try:
        _require_own(path)
        with path.open("rb") as file:
            data = file.read(MAX_FILE_BYTES + 1)
    except OSError as error:
        report.add(
            0, f"Berkas tidak dapat dibuka ({error.strerror}).", "Periksa berkas dan haknya."
        )
        return b""
    if len(data) > MAX_FILE_BYTES:
        report.add(0, "Berkas ini lebih dari 1 MB.", "Bagi isinya menjadi beberapa pelajaran.")
        return b""
    if not data.strip():
        report.add(0, "Berkas ini kosong.", "Isi berkas ini, atau hapus.")
        return b""
    return data


def _require_own(path: Path) -> None:
    """A link may lead to any file of the PC, and reading a pipe waits for ever."""
    is_here = path.resolve().parent == path.parent.resolve()
    if path.exists() and not (path.is_file() and is_here):
        raise OSError(0, "bukan berkas biasa dalam folder pelatihan")


def _decode(data: bytes, report: Report) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        report.add(
            before.count(b"\n") + 1,
            "Berkas ini tidak tersimpan sebagai UTF-8.",
            "Simpan ulang dengan pengodean UTF-8.",
            error.start - (before.rfind(b"\n") + 1) + 1,
        )
        return ""
