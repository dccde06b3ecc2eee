"""Tables as offices save them."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync_server.errors import InputError
from sync_server.roster import table_file
from sync_server.roster.table_file import Line, read_lines

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "nama{0}nip\nSiti “Ayu” Ratu{0}1990\n\nBudi{0}1985\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_csv_in_any_dress(tmp_path: Path, encoding: str, separator: str, newline: str) -> None:
    path = tmp_path / "daftar.csv"
    path.write_bytes(TEXT.format(separator).replace("\n", newline).encode(encoding))
    assert read_lines(path) == [
        Line(1, ("nama", "nip")),
        Line(2, ("Siti “Ayu” Ratu", "1990")),
        Line(4, ("Budi", "1985")),
    ]


def test_xlsx_keeps_numbers_apart_from_text(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["nama", "nip"])
    sheet.append(["Budi", 198503122010011004])
    sheet.append([None, None])
    sheet.append(["Siti", "199001012022212001"])
    book.save(tmp_path / "daftar.XLSX")
    lines = read_lines(tmp_path / "daftar.XLSX")
    assert [line.number for line in lines] == [1, 2, 4]
    assert isinstance(lines[1].cells[1], int | float)
    assert lines[2].cells == ("Siti", "199001012022212001")


@pytest.mark.parametrize(
    ("name", "data", "word"),
    [
        ("daftar.xlsx", b"bukan excel", "bukan berkas Excel"),
        ("daftar.ods", b"", "xlsx atau .csv"),
        ("daftar.csv", b"nama\x81\n", "bukan berkas teks"),
        ("daftar.csv", b"\xff\xfeabc", "bukan berkas teks"),
        ("daftar.csv", b'nama\n"' + b"x" * 200_000 + b'"', "tidak dapat dibaca"),
    ],
)
def test_other_files_are_refused_in_words(
    tmp_path: Path, name: str, data: bytes, word: str
) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(InputError, match=word):
        read_lines(tmp_path / name)


def test_a_missing_file_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="tidak dapat dibuka"):
        read_lines(tmp_path / "tidak-ada.csv")


def test_a_file_too_long_or_too_large_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "daftar.csv"
    path.write_text("a\n" * 5, encoding="utf-8")
    monkeypatch.setattr(table_file, "MAX_LINES", 4)
    with pytest.raises(InputError, match="terlalu panjang"):
        read_lines(path)
    monkeypatch.setattr(table_file, "MAX_BYTES", 4)
    with pytest.raises(InputError, match="terlalu besar"):
        read_lines(path)


@given(st.binary(max_size=200))
def test_any_bytes_are_lines_or_a_refusal(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    for name in ("x.csv", "x.xlsx"):
        path = tmp_path_factory.getbasetemp() / name
        path.write_bytes(data)
        lines: list[Line] = []
        with contextlib.suppress(InputError):
            lines = read_lines(path)
        assert all(any(line.cells) for line in lines)
