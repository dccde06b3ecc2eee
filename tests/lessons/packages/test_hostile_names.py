"""Names that lead elsewhere or mean two things, in the archive and in the manifest."""

from __future__ import annotations

import struct
import unicodedata
from typing import TYPE_CHECKING

import pytest

from lessons.packages.reasons import Reason
from lessons.packages.zip_form import CENTRAL, END, LOCAL
from tests.lessons.packages.making import PNG, Pieces, refusal

if TYPE_CHECKING:
    from pathlib import Path


NAMES = [
    ("/etc/passwd", Reason.ABSOLUTE),
    ("//server/folder", Reason.ABSOLUTE),
    ("../luar", Reason.PARENT),
    ("img/../../luar.png", Reason.PARENT),
    ("files/..", Reason.PARENT),
    ("..\\luar", Reason.BACKSLASH),
    ("img\\a.png", Reason.BACKSLASH),
    ("C:/Windows/x.png", Reason.DRIVE),
    ("C:x.png", Reason.DRIVE),
    ("img/a.png:aliran", Reason.DRIVE),
    ("CON", Reason.RESERVED),
    ("img/nul.txt", Reason.RESERVED),
    ("img/Aux.png", Reason.RESERVED),
    ("COM1.png", Reason.RESERVED),
    ("lpt¹.png", Reason.RESERVED),
    ("img/a.png.", Reason.RESERVED),
    ("img/a.png ", Reason.RESERVED),
    ("img /a.png", Reason.RESERVED),
    ("con .png", Reason.RESERVED),
    ("img//a.png", Reason.NAME),
    ("./a.png", Reason.NAME),
    ("img/a\n.png", Reason.NAME),
    ("img/a?.png", Reason.NAME),
    ("", Reason.NAME),
]


@pytest.mark.parametrize(("name", "reason"), NAMES)
def test_names_that_lead_elsewhere_in_the_archive(
    tmp_path: Path, pieces: Pieces, name: str, reason: Reason
) -> None:
    assert refusal(tmp_path, _renamed(pieces, name)) is reason


@pytest.mark.parametrize(("name", "reason"), NAMES)
def test_names_that_lead_elsewhere_in_the_manifest(
    tmp_path: Path, pieces: Pieces, name: str, reason: Reason
) -> None:
    assert refusal(tmp_path, pieces.with_file(name, PNG + b"2").joined()) is reason


def _renamed(pieces: Pieces, name: str) -> bytes:
    """One entry more, of any name whatever, which Python's own library would mend."""
    written = name.encode()
    stand_in = f"files/{'0' * 64}"
    data = pieces.with_extra((stand_in, b"x")).joined()
    at = data.index(stand_in.encode()) - LOCAL.size
    central = data.rindex(stand_in.encode()) - CENTRAL.size
    local = _with_length(data[at : at + LOCAL.size], 26, len(written)) + written
    listed = _with_length(data[central : central + CENTRAL.size], 28, len(written)) + written
    begin, end = at + LOCAL.size + len(stand_in), central + CENTRAL.size + len(stand_in)
    body = data[:at] + local + data[begin:central]
    less = len(stand_in) - len(written)
    _, _, _, _, count, size, offset, _ = END.unpack(data[-END.size :])
    tail = END.pack(b"PK\5\6", 0, 0, count, count, size - less, offset - less, 0)
    return body + listed + data[end : -END.size] + tail


def _with_length(header: bytes, at: int, length: int) -> bytes:
    return header[:at] + struct.pack("<H", length) + header[at + 2 :]


@pytest.mark.parametrize("other", ["img/KUNCI.png", "IMG/kunci.png", "Course.json"])
def test_names_that_are_one_file_on_windows(tmp_path: Path, pieces: Pieces, other: str) -> None:
    assert refusal(tmp_path, pieces.with_file(other, PNG + b"2").joined()) is Reason.CLASH


def test_names_that_are_one_file_by_their_unicode_form(tmp_path: Path, pieces: Pieces) -> None:
    name = "img/é.png"
    both = pieces.with_file(unicodedata.normalize("NFC", name), PNG + b"2")
    both = both.with_file(unicodedata.normalize("NFD", name), PNG + b"3")
    assert refusal(tmp_path, both.joined()) is Reason.CLASH


def test_entries_that_clash_by_case(tmp_path: Path, pieces: Pieces) -> None:
    data = pieces.with_extra(("Manifest.json", b"{}")).zip()
    assert refusal(tmp_path, data) is Reason.CLASH
