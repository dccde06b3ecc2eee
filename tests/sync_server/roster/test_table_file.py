"""Tables as offices save them."""

from __future__ import annotations

import contextlib
import random
import zipfile
from typing import TYPE_CHECKING

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync_server.errors import InputError
from sync_server.roster import table_file
from sync_server.roster.table_file import Line, read_tables

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TEXT = "nama{0}nip\nSiti “Ayu” Ratu{0}1990\n\nBudi{0}1985\n"


def only_table(path: Path) -> list[Line]:
    (lines,) = read_tables(path)
    return lines


def workbook(path: Path, *rows: tuple[str | int, ...]) -> Path:
    book = openpyxl.Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    book.save(path)
    return path


def rewrite(path: Path, part: str, content: Callable[[bytes], bytes]) -> None:
    """Replace a part inside a workbook."""
    with zipfile.ZipFile(path) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    parts[part] = content(parts[part])
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        for name, data in parts.items():
            book.writestr(name, data)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_csv_in_any_dress(tmp_path: Path, encoding: str, separator: str, newline: str) -> None:
    path = tmp_path / "daftar.csv"
    path.write_bytes(TEXT.format(separator).replace("\n", newline).encode(encoding))
    assert only_table(path) == [
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
    lines = only_table(tmp_path / "daftar.XLSX")
    assert [line.number for line in lines] == [1, 2, 4]
    assert isinstance(lines[1].cells[1], int | float)
    assert lines[2].cells == ("Siti", "199001012022212001")


def test_a_title_above_does_not_choose_the_separator(tmp_path: Path) -> None:
    path = tmp_path / "daftar.csv"
    path.write_text("Daftar; pegawai\nnama,nip,unit\n", encoding="utf-8")
    assert only_table(path)[1] == Line(2, ("nama", "nip", "unit"))
    path.write_text("nama;nip;unit\nBudi, S.Sos., M.Si;1;2\n", encoding="utf-8")
    assert only_table(path)[1] == Line(2, ("Budi, S.Sos., M.Si", "1", "2"))


def test_hidden_sheets_are_left_out(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["petunjuk"])
    book.create_sheet("rujukan").append(["lama"])
    book.worksheets[1].sheet_state = "hidden"
    book.create_sheet("data").append(["nama"])
    book.save(tmp_path / "daftar.xlsx")
    assert read_tables(tmp_path / "daftar.xlsx") == [
        [Line(1, ("petunjuk",))],
        [Line(1, ("nama",))],
    ]


def test_rows_that_only_have_a_format_do_not_count(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = workbook(tmp_path / "daftar.xlsx", ("nama",), ("Budi",), *[(" ",)] * 5)
    monkeypatch.setattr(table_file, "MAX_LINES", 2)
    assert [line.number for line in only_table(path)] == [1, 2]


SHEET = "xl/worksheets/sheet1.xml"


def test_a_sheet_that_claims_all_columns_is_read_fast(tmp_path: Path) -> None:
    path = workbook(tmp_path / "daftar.xlsx", ("nama",))
    rewrite(path, SHEET, lambda sheet: sheet.replace(b'ref="A1"', b'ref="A1:XFD1048576"'))
    assert only_table(path) == [Line(1, ("nama",))]


def test_what_unpacks_to_far_more_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = workbook(tmp_path / "daftar.xlsx", ("nama",))
    monkeypatch.setattr(table_file, "MAX_UNPACKED", 2**20)
    rewrite(path, SHEET, lambda sheet: sheet.replace(b"nama", b"n" * 2**21))
    assert path.stat().st_size < 2**15
    with pytest.raises(InputError, match="terlalu besar"):
        read_tables(path)


@pytest.mark.parametrize("part", [SHEET, "xl/workbook.xml", "[Content_Types].xml"])
@pytest.mark.parametrize("share", [0, 0.3, 0.6, 0.97])
def test_a_workbook_with_a_broken_part_is_refused_in_words(
    tmp_path: Path, part: str, share: float
) -> None:
    path = workbook(tmp_path / "daftar.xlsx", ("nama", "nip"), ("Budi", 1))
    rewrite(path, part, lambda content: content[: int(len(content) * share)])
    with pytest.raises(InputError, match="bukan berkas Excel"):
        read_tables(path)


def test_a_workbook_with_a_broken_byte_is_lines_or_a_refusal(tmp_path: Path) -> None:
    path = workbook(tmp_path / "daftar.xlsx", ("nama", "nip"), ("Budi", 1))
    whole, chance = path.read_bytes(), random.Random(3)
    for _ in range(200):
        damaged = bytearray(whole)
        damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        path.write_bytes(damaged)
        with contextlib.suppress(InputError):
            read_tables(path)


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
        read_tables(tmp_path / name)


def test_a_missing_file_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="tidak dapat dibuka"):
        read_tables(tmp_path / "tidak-ada.csv")


def test_a_file_too_long_or_too_large_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "daftar.csv"
    path.write_text("a\n" * 5, encoding="utf-8")
    monkeypatch.setattr(table_file, "MAX_LINES", 4)
    with pytest.raises(InputError, match="terlalu panjang"):
        read_tables(path)
    monkeypatch.setattr(table_file, "MAX_BYTES", 4)
    with pytest.raises(InputError, match="terlalu besar"):
        read_tables(path)


@given(st.binary(max_size=200))
def test_any_bytes_are_lines_or_a_refusal(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    for name in ("x.csv", "x.xlsx"):
        path = tmp_path_factory.getbasetemp() / name
        path.write_bytes(data)
        tables: list[list[Line]] = []
        with contextlib.suppress(InputError):
            tables = read_tables(path)
        assert all(any(line.cells) for lines in tables for line in lines)
