"""What the admin pages say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from uuid import UUID

import pytest

from sync_server.tables import AuditRow, DeviceRow
from tests.sync_server.admin.conftest import token
from tests.sync_server.city import ANI, BUDI, PURNAMA, SESAI, SITI

if TYPE_CHECKING:
    from pathlib import Path

    from flask.testing import FlaskClient

    from tests.sync_server.city import City

NEW = "200001012026212007"


def row(html: str, text: str) -> list[str]:
    """The cells of the table row in which the text stands."""
    (found,) = [each for each in re.findall(r"<tr.*?</tr>", html, re.DOTALL) if text in each]
    cells = re.findall(r"<t[dh].*?</t[dh]>", found, re.DOTALL)
    return [" ".join(re.sub(r"<[^>]+>", " ", cell).split()) for cell in cells]


@pytest.fixture
def learned(city: City, tmp_path: Path) -> City:
    """Budi passed, Siti has begun, Ani has not; somebody waits to be verified."""
    ids = city.people(tmp_path)
    pc = city.pc()
    pc.send(
        pc.attempt(ids[BUDI]),
        pc.attempt(ids[SITI], right=False, claim=100),
        pc.registered(UUID(int=1), "<b>Wahyu</b>", NEW),
        pc.lesson(UUID(int=1)),
    )
    return city


def test_the_city_counts_its_units(admin: FlaskClient, learned: City) -> None:
    page = admin.get("/admin/").text
    assert row(page, ">Pangkalan Sesai<")[1:] == ["2", "2", "1", "1", "0 dari 1 (0%)", "1"]
    assert row(page, ">Dumai Barat<")[1:] == ["3", "2", "1", "1", "0 dari 2 (0%)", "1"]
    assert row(page, ">Teluk Binjai<")[1:] == ["–"] * 6


def test_another_year_has_other_passes(admin: FlaskClient, learned: City) -> None:
    page = admin.get("/admin/?tahun=2025").text
    assert row(page, ">Pangkalan Sesai<")[1:] == ["2", "2", "0", "0", "0 dari 1 (0%)", "1"]
    assert "<option selected>2025</option>" in page
    assert admin.get("/admin/?tahun=abc").status_code == 200


def test_a_unit_lists_its_people(admin: FlaskClient, learned: City) -> None:
    page = admin.get(f"/admin/unit/{SESAI}").text
    assert row(page, "Budi Santoso") == [
        "Budi Santoso",
        "19850312 201001 1 004",
        "PNS",
        "1",
        "Lulus 1",
        "24 Nov 2026",
    ]
    assert row(page, "Siti Aminah")[4] == "Sedang belajar"
    assert row(page, "&lt;b&gt;Wahyu&lt;/b&gt;")[4] == "Menunggu verifikasi"
    assert "Ani Lestari" not in page
    assert "Ani Lestari" in admin.get("/admin/unit/14.72.01").text


@pytest.mark.parametrize(
    ("chosen", "names"),
    [
        ("semua", {"Budi Santoso", "Siti Aminah", "Ani Lestari", "Wahyu"}),
        ("belum-mulai", {"Ani Lestari"}),
        ("belum-lulus", {"Siti Aminah"}),
        ("menunggu", {"Wahyu"}),
        ("lain", {"Budi Santoso", "Siti Aminah", "Ani Lestari", "Wahyu"}),
    ],
)
def test_people_can_be_filtered(
    admin: FlaskClient, learned: City, chosen: str, names: set[str]
) -> None:
    page = admin.get(f"/admin/unit/14.72?saring={chosen}").text
    everybody = {"Budi Santoso", "Siti Aminah", "Ani Lestari", "Wahyu"}
    assert {name for name in everybody if name in page} == names


def test_an_empty_unit_says_what_to_do(admin: FlaskClient, learned: City) -> None:
    assert "import-roster" in admin.get("/admin/unit/14.72.07").text


def test_a_person_shows_claim_and_score(admin: FlaskClient, learned: City) -> None:
    siti = learned.ids()[SITI]
    page = admin.get(f"/admin/orang/{siti}").text
    assert row(page, "asn-99-akhir")[1:] == [
        "asn-99-akhir",
        "PC Loket",
        "100",
        "0",
        "Belum lulus Nilai berbeda",
    ]
    assert row(page, "Contoh pelatihan kecil")[1:] == ["0", "1", "0", "24 Nov 2026", "Belum lulus"]
    assert "Kelurahan Pangkalan Sesai · 24 November 2026 – sekarang" in page
    (seen,) = [each for each in learned.rows(AuditRow) if each.action == "view-person"]
    assert (seen.admin, seen.subject) == ("sari", str(siti))


def test_who_waits_is_explained(admin: FlaskClient, learned: City) -> None:
    page = admin.get(f"/admin/orang/{UUID(int=1)}").text
    assert "belum ada pada daftar pegawai" in page
    assert "&lt;b&gt;Wahyu&lt;/b&gt;" in page


def test_a_waiting_attempt_and_a_wrong_clock_are_marked(admin: FlaskClient, learned: City) -> None:
    ani = learned.ids()[ANI]
    pc = learned.pc(PURNAMA)
    early = learned.clock.now.replace(year=2024)
    pc.send(pc.attempt(ani, revision="ffff"), clock=early)
    page = admin.get(f"/admin/orang/{ani}").text
    assert row(page, "asn-99-akhir")[4:] == ["–", "Menunggu penilaian Jam komputer meleset"]


def test_what_does_not_exist_is_not_found(admin: FlaskClient) -> None:
    for path in ("unit/99", "unit/14.7", f"orang/{UUID(int=9)}", "unit/99/kode-aktivasi", "lain"):
        answer = admin.get(f"/admin/{path}")
        assert answer.status_code == 404
        assert "Halaman tidak ditemukan" in answer.text


def test_pcs_show_what_they_owe(admin: FlaskClient, learned: City) -> None:
    (device,) = learned.rows(DeviceRow)
    pc = learned.pc(PURNAMA, "PC Aula")
    records = [pc.lesson(learned.ids()[ANI]) for _ in range(6)]
    pc.seq = 9
    pc.send(records[1], b'{"seq":3}', *records[3:5])
    page = admin.get("/admin/perangkat").text
    assert row(page, "PC Aula")[3:5] == ["3", "Belum mengirim catatan 1, 6–9 1 catatan ditolak"]
    assert row(page, "PC Loket")[4] == "–"
    form = {"csrf_token": token(admin.get("/admin/perangkat"))}
    assert admin.post(f"/admin/perangkat/{device.id}/cabut", data=form).status_code == 302
    assert "Dicabut" in row(admin.get("/admin/perangkat").text, "PC Loket")[4]
    assert admin.post(f"/admin/perangkat/{UUID(int=9)}/cabut", data=form).status_code == 404


def test_a_code_is_made_and_shown_once(admin: FlaskClient, learned: City) -> None:
    form = {"unit": SESAI, "jumlah": "2", "hari": "7"}
    page = admin.post("/admin/kode", data=form | {"csrf_token": token(admin.get("/admin/kode"))})
    found = re.search(r'class="bigcode">([0-9A-Z-]{9})<', page.text)
    assert found
    assert "2 perangkat, sampai 1 Desember 2026 pukul 10.00 WIB" in page.text
    listed = admin.get("/admin/kode").text
    assert found[1] not in listed
    assert "0 dari 2" in listed


def test_a_code_for_many_offices_says_so(admin: FlaskClient, city: City) -> None:
    form = {"unit": "14.72", "jumlah": "50", "hari": "7"}
    page = admin.post("/admin/kode", data=form | {"csrf_token": token(admin.get("/admin/kode"))})
    reach = "Kota Dumai dan semua kelurahan di dalamnya"
    assert f"<strong>{reach}</strong>, 50 perangkat" in page.text
    assert reach in admin.get("/admin/kode").text


@pytest.mark.parametrize("wrong", [{"unit": "99"}, {"jumlah": "0"}, {"hari": "x"}])
def test_a_code_needs_sane_input(admin: FlaskClient, city: City, wrong: dict[str, str]) -> None:
    form = {"unit": SESAI, "jumlah": "2", "hari": "7"} | wrong
    page = admin.post("/admin/kode", data=form | {"csrf_token": token(admin.get("/admin/kode"))})
    assert page.status_code == 400


def test_activation_codes_are_ready_to_print(admin: FlaskClient, learned: City) -> None:
    page = admin.get(f"/admin/unit/{SESAI}/kode-aktivasi").text
    assert len(re.findall(r'class="bigcode">[0-9A-Z]{4}-[0-9A-Z]{4}<', page)) == 2
    assert "Wahyu" not in page


def test_the_audit_log_can_be_read(admin: FlaskClient, learned: City) -> None:
    admin.get(f"/admin/unit/{SESAI}")
    assert row(admin.get("/admin/jejak").text, SESAI)[1:4] == [
        "sari",
        "Melihat daftar pegawai",
        SESAI,
    ]


@pytest.mark.expects_log("sync_server.app: failed")
def test_trouble_inside_is_a_page_without_details(
    admin: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("rahasia")

    monkeypatch.setattr("sync_server.admin.devices.devices_of", broken)
    answer = admin.get("/admin/perangkat")
    assert answer.status_code == 500
    assert "Terjadi kesalahan" in answer.text
    assert "rahasia" not in answer.text
