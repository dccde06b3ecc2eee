"""The content tells the format."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.importers.finishing import finished
from lessons.importers.outcome import UnreadableFile
from lessons.importers.recognise import read_questions, recognise
from lessons.importers.xlsx_template import template

_AIKEN = "Apa?\nA) satu\nB) dua\nANSWER: B\n"
_XML = "<?xml version='1.0'?>\n<quiz><question type='essay'/></quiz>"


def _archive(name: str) -> bytes:
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w") as archive:
        archive.writestr(name, "x")
    return memory.getvalue()


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Apa?{T}", "gift"),
        ("Hanya cerita", "gift"),
        ("::Judul::A) satu\nB) dua {=ya ~tidak}", "gift"),
        ("ANSWER: B {T}", "gift"),
        (_AIKEN, "aiken"),
        (_AIKEN.replace("Apa?", "Apa arti { di C?"), "aiken"),
        (_AIKEN.replace("ANSWER", "Kunci"), "aiken"),
        ("Apa?\nA) satu\nB) dua\n", "aiken"),
        (_XML, "moodle-xml"),
        ("<!-- x --><quiz></quiz>", "moodle-xml"),
        ("\n <quiz></quiz>", "moodle-xml"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_text_formats(text: str, form: str, encoding: str) -> None:
    data = text.encode(encoding)
    assert recognise(data) == form
    assert read_questions(data).format == form


def test_a_workbook() -> None:
    outcome, written = finished(read_questions(template()))
    assert outcome.format == "xlsx"
    assert written


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b" \n",
        b"PK\x03\x04broken",
        _archive("word/document.xml"),
        b"<?xml version='1.0'?><rss/>",
        b"<html><body>Apa?{T}</body></html>",
        b"%PDF-1.4",
    ],
)
def test_other_files_are_refused(data: bytes) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read_questions(data)
    assert caught.value.message


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_no_bytes_raise_anything_else(data: bytes) -> None:
    try:
        outcome, written = finished(read_questions(data))
    except UnreadableFile:
        return
    assert len(written) == len(outcome.questions)
