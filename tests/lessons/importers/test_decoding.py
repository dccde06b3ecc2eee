"""Files of any age become text; what is no text is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.importers import decoding
from lessons.importers.decoding import decode
from lessons.importers.outcome import UnreadableFile

_TEXT = "Soal “é” – apa?\n=ya\n~tidak\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_every_encoding_and_line_end(encoding: str, line_end: str) -> None:
    assert decode(_TEXT.replace("\n", line_end).encode(encoding)) == _TEXT


@pytest.mark.parametrize("mark", [b"\xff\xfe", b"\xfe\xff"])
def test_utf_16_with_a_mark(mark: bytes) -> None:
    encoding = "utf-16-le" if mark == b"\xff\xfe" else "utf-16-be"
    assert decode(mark + _TEXT.encode(encoding)) == _TEXT


def test_latin_1_and_a_file_of_two_encodings() -> None:
    assert decode(b"caf\xe9\x81") == "café "
    assert decode("café\n".encode() + b"caf\xe9\n") == "café\ncafé\n"


def test_marks_and_signs_that_nobody_sees_are_dropped_and_lines_keep_their_numbers() -> None:
    assert decode("a\x0bb\n\ufeffc\x1a".encode()) == "a b\nc "


def test_a_truncated_utf_16_file_is_read() -> None:
    assert decode("Apa?\n".encode("utf-16-le")[:-1]) == "Apa?"


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7 x",
        b"{\\rtf1 x",
        b"\xd0\xcf\x11\xe0 x",
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00",
        bytes(range(256)) * 20,
        b"\x00a" * 20 + b"\xd8\x01" + b"\x00a" * 20,
    ],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableFile) as caught:
        decode(data)
    assert caught.value.message


def test_a_file_that_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoding, "MAX_BYTES", 10)
    with pytest.raises(UnreadableFile, match="MB"):
        decode(b"a" * 11)


@given(st.binary(max_size=300))
def test_no_bytes_raise_anything_else(data: bytes) -> None:
    try:
        text = decode(data)
    except UnreadableFile:
        return
    assert "\r" not in text
    assert "\x00" not in text
