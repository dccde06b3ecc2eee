"""Lines of a roster: headings, units, and the lines that are refused."""

from __future__ import annotations

import pytest

from sync_server.errors import InputError
from sync_server.roster.columns import find_columns, find_table
from sync_server.roster.entries import Entry, RefusedLine, check_lines
from sync_server.roster.table_file import Cell, Line
from sync_server.roster.unit_names import UnitNames
from sync_server.units import bundled_units
from tests.sync_server.city import BUDI, SESAI, SITI

UNITS = UnitNames(bundled_units())
EXCEL = "Excel memotong NIP ini; simpan kolom NIP sebagai Teks, lalu isi ulang."


def table(*rows: tuple[Cell, ...]) -> list[Line]:
    return [Line(number, row) for number, row in enumerate(rows, start=1)]


def check(*rows: tuple[Cell, ...]) -> tuple[list[Entry], list[RefusedLine]]:
    columns, lines = find_columns(table(("Nama", "NIP", "Status", "Unit Kerja", "Jabatan"), *rows))
    return check_lines(lines, columns, UNITS)


def reason(*cells: Cell) -> str:
    entries, (refused,) = check(cells)
    assert not entries
    assert refused.line == 2
    return refused.reason


def test_headings_are_found_below_titles_and_in_any_order() -> None:
    columns, lines = find_columns(
        table(
            ("DAFTAR PEGAWAI KELURAHAN",),
            ("No.", "Unit Kerja", "NIP/NI PPPK", "Nama Lengkap", "Jabatan"),
            (1, SESAI, BUDI, "Budi"),
        )
    )
    assert (columns.unit, columns.nip, columns.name, columns.position) == (1, 2, 3, 4)
    assert columns.status == -1
    assert [line.number for line in lines] == [3]


def test_missing_columns_are_named() -> None:
    with pytest.raises(InputError, match="Kolom unit tidak ditemukan"):
        find_columns(table(("nama", "nip"), ("Budi", BUDI)))
    with pytest.raises(InputError, match="Kolom nama, nip, unit tidak ditemukan"):
        find_columns([])


def test_the_list_may_stand_on_any_sheet_but_on_one_alone() -> None:
    guide, data = table(("Petunjuk",)), table(("NAMA", "N I P", "Unit"), ("Budi", BUDI, SESAI))
    assert find_table([guide, data]) == find_columns(data)
    with pytest.raises(InputError, match="Lebih dari satu lembar"):
        find_table([data, guide, data])
    with pytest.raises(InputError, match="Kolom nama, nip, unit tidak ditemukan"):
        find_table([guide, guide])
    with pytest.raises(InputError, match="Kolom nama, nip, unit tidak ditemukan"):
        find_table([])


def test_a_good_line_comes_in_tidied() -> None:
    entries, refused = check(
        (" Budi  Santoso, S.E. ", "'19850312 201001 1 004", "p3k paruh waktu", SESAI, "Lurah")
    )
    assert not refused
    assert entries == [Entry(2, BUDI, "Budi Santoso, S.E.", SESAI, "PPPK Paruh Waktu", "Lurah")]


def test_short_lines_and_empty_status_are_fine() -> None:
    entries, _ = check(("Budi", BUDI, "", SESAI))
    assert (entries[0].status, entries[0].position) == ("", "")


@pytest.mark.parametrize(
    ("nip", "why"),
    [
        ("1,98503E+17", EXCEL),
        (1.98503122010011e17, EXCEL),
        (198503122010011004, EXCEL),
        ("198503122010011000", EXCEL),
        ("19850312201001100", "NIP harus 18 angka. Yang tertulis 17 angka."),
        (12345.0, "NIP harus 18 angka. Yang tertulis 5 angka."),
        ("", "NIP hanya berisi angka."),
        ("19850312201001100X", "NIP hanya berisi angka."),
        (float("nan"), "NIP hanya berisi angka."),
    ],
)
def test_a_bad_nip_is_refused_with_the_reason(nip: Cell, why: str) -> None:
    assert reason("Budi", nip, "PNS", SESAI) == why


def test_other_bad_cells_are_refused_with_the_reason() -> None:
    assert reason("", BUDI, "PNS", SESAI) == "Nama kosong."
    assert reason("x" * 201, BUDI, "PNS", SESAI).startswith("Nama terlalu panjang")
    assert reason("Budi", BUDI, "Honorer", SESAI).startswith("Status “Honorer” tidak dikenal.")
    assert reason("Budi", BUDI, "PNS", "") == "Unit kosong."


def test_a_nip_that_comes_twice_keeps_the_first_line() -> None:
    entries, refused = check(("Budi", BUDI, "", SESAI), ("Siti", BUDI, "", SESAI))
    assert [entry.name for entry in entries] == ["Budi"]
    assert refused == [RefusedLine(3, "NIP sama dengan baris 2.")]


def test_one_bad_line_does_not_hold_up_the_others() -> None:
    entries, refused = check(("Budi", "1", "", SESAI), ("Siti", SITI, "", SESAI))
    assert [entry.nip for entry in entries] == [SITI]
    assert [each.line for each in refused] == [2]


@pytest.mark.parametrize(
    ("written", "code"),
    [
        (SESAI, SESAI),
        ("1472011003", SESAI),
        ("pangkalan  sesai", SESAI),
        ("Kel. Pangkalan Sesai", SESAI),
        ("Kantor Lurah Pangkalan Sesai", SESAI),
        ("Kelurahan Dumai Kota", "14.72.06.1003"),
        ("Kec. Dumai Kota", "14.72.06"),
        ("Kecamatan Bukit Kapur", "14.72.03"),
        ("Kota Dumai", "14.72"),
    ],
)
def test_units_are_found_as_people_write_them(written: str, code: str) -> None:
    assert UNITS.find(written).code == code


@pytest.mark.parametrize("written", ["Dumai Kota", "bukit kapur"])
def test_a_name_that_two_units_share_asks_for_the_code(written: str) -> None:
    with pytest.raises(InputError, match=r"ada lebih dari satu\. Tulis kodenya: 14\.72\.0"):
        UNITS.find(written)


def test_an_unknown_unit_is_refused_with_a_hint() -> None:
    with pytest.raises(InputError, match=r"Maksudnya Pangkalan Sesai\?"):
        UNITS.find("Pangkalan Sesay")
    with pytest.raises(InputError, match=r"tidak dikenal\.$"):
        UNITS.find("Jakarta")
    with pytest.raises(InputError, match=r"Kode unit 14\.71 tidak dikenal"):
        UNITS.find("14.71")
