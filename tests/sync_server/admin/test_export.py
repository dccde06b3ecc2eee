"""The workbook that an admin takes away."""

from __future__ import annotations

import io
from datetime import datetime
from typing import TYPE_CHECKING

import openpyxl
import pytest

from sync_server.tables import AuditRow
from tests.sync_server.city import BUDI, PURNAMA, SESAI

if TYPE_CHECKING:
    from pathlib import Path

    from flask.testing import FlaskClient
    from openpyxl.workbook import Workbook

    from tests.sync_server.city import City

HEADINGS = 4


def taken(admin: FlaskClient, query: str = "") -> Workbook:
    answer = admin.get(f"/admin/rekap.xlsx{query}")
    assert answer.status_code == 200
    assert "attachment" in answer.headers["Content-Disposition"]
    return openpyxl.load_workbook(io.BytesIO(answer.data))


@pytest.fixture
def learned(city: City, tmp_path: Path) -> City:
    ids = city.people(tmp_path)
    city.roster(tmp_path, f"=1+1;197001012000011001;PNS;{PURNAMA}")
    pc = city.pc()
    pc.send(pc.attempt(ids[BUDI]), pc.lesson(ids[BUDI]))
    return city


def test_every_nip_is_text(admin: FlaskClient, learned: City) -> None:
    book = taken(admin)
    for name, column in (("Daftar ASN", "C"), ("Rincian pelatihan", "B")):
        cells = [cell for cell in book[name][column][HEADINGS:] if cell.value]
        assert cells
        for cell in cells:
            assert (cell.data_type, cell.number_format, len(cell.value)) == ("s", "@", 18)


def test_sheets_are_ready_to_print(admin: FlaskClient, learned: City) -> None:
    book = taken(admin)
    assert book.sheetnames == ["Rekap unit", "Daftar ASN", "Rincian pelatihan", "Perangkat"]
    for sheet in book:
        assert sheet.freeze_panes == "C5"
        assert sheet.auto_filter.ref.startswith("A4:")
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert "per tanggal 24 November 2026 pukul 10.00 WIB" in sheet["A2"].value


def test_units_and_people_say_what_the_pages_say(admin: FlaskClient, learned: City) -> None:
    book = taken(admin)
    units = {row[0]: row[1:] for row in book["Rekap unit"].iter_rows(min_row=5, values_only=True)}
    assert units[SESAI] == ("Kelurahan Pangkalan Sesai", 2, 1, 1, 1, 1, 0, "0%", 0)
    assert units["14.72.07"][1:] == ("–",) * 7 + (0,)
    people = list(book["Daftar ASN"].iter_rows(min_row=5, values_only=True))
    budi = next(row for row in people if row[2] == BUDI)
    assert (budi[1], budi[3], budi[7], budi[8]) == ("Budi Santoso", "PNS", 1, "Tidak")
    (course,) = [
        row for row in book["Rincian pelatihan"].iter_rows(min_row=5, values_only=True) if row[0]
    ]
    assert course[2:5] == ("ASN-99", "Contoh pelatihan kecil", 1)
    assert course[6] == datetime(2026, 11, 24, 10)  # noqa: DTZ001 - a cell knows no zone


def test_no_name_is_a_formula(admin: FlaskClient, learned: City) -> None:
    cells = [cell for cell in taken(admin)["Daftar ASN"]["B"] if cell.value == "=1+1"]
    assert [cell.data_type for cell in cells] == ["s"]


def test_a_unit_takes_its_own_people_away(admin: FlaskClient, learned: City) -> None:
    book = taken(admin, f"?unit={SESAI}&tahun=2025")
    assert "2025" in book["Daftar ASN"]["A1"].value
    assert book["Daftar ASN"].max_row <= HEADINGS + 2 + 2
    assert [each.subject for each in learned.rows(AuditRow) if each.action == "export"] == [
        f"{SESAI} 2025"
    ]


def test_a_server_without_anybody_gives_empty_sheets(admin: FlaskClient) -> None:
    assert taken(admin)["Daftar ASN"]["A5"].value is None
    assert admin.get("/admin/rekap.xlsx?unit=99").status_code == 404
