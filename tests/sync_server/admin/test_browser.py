"""The pages in a real browser, with JavaScript switched off."""

from __future__ import annotations

import json
import re
import shutil
from typing import TYPE_CHECKING
from uuid import UUID

import openpyxl
import pytest
import requests
from nacl.signing import SigningKey
from playwright.sync_api import sync_playwright

from lessons.exchange.envelope import seal
from lessons.exchange.messages import EnrolRequest, Parcel
from lessons.records import to_json
from tests.sync_server.city import BUDI, SESAI, Clock
from tests.sync_server.process import run, serving

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
]
NEW = "200001012026212007"
PC, KEY = UUID(int=5, version=4), SigningKey(b"k" * 32)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    program = shutil.which("chromium")
    if program is None:
        pytest.skip("Chromium is not installed")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server with one person, one PC and one admin."""
    data = tmp_path_factory.mktemp("data")
    roster = data / "pegawai.csv"
    roster.write_text(f"nama,nip,status,unit\nBudi Santoso,{BUDI},PNS,{SESAI}\n", encoding="utf-8")
    run(data, "init")
    run(data, "import-roster", str(roster))
    run(data, "create-admin", "sari", "--password-stdin", stdin="rahasia-sekali\n")
    code = json.loads(run(data, "enrol-code", "--unit", SESAI, "--json").stdout)["code"]
    with serving(data) as (address, _):
        request = EnrolRequest(code, PC, KEY.verify_key.encode().hex(), "PC Loket", "0badcafe")
        requests.post(f"{address}/api/v1/enrol", data=to_json(request), timeout=10)
        envelope = seal(Parcel("0.1.0", Clock().now, "0badcafe"), PC, KEY)
        requests.post(f"{address}/api/v1/sync", data=envelope, timeout=10)
        yield address


@pytest.fixture
def page(browser: Browser, server: str) -> Iterator[Page]:
    """A page of somebody who has signed in by keyboard."""
    context = browser.new_context(java_script_enabled=False, locale="id-ID", base_url=server)
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto("/admin/")
    assert page.title() == "Masuk · Bina ASN"
    page.keyboard.type("sari")
    page.keyboard.press("Tab")
    page.keyboard.type("rahasia-sekali")
    with page.expect_navigation(url="**/admin/"):
        page.keyboard.press("Enter")
    yield page
    context.close()
    assert complaints == []


def test_from_the_city_to_a_person(page: Page) -> None:
    assert page.get_by_role("heading", level=1).inner_text() == "Rekap unit kerja"
    unit = page.get_by_role("row", name="Pangkalan Sesai")
    assert unit.get_by_role("cell").first.inner_text() == "1"
    page.get_by_role("link", name="Pangkalan Sesai").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Kelurahan Pangkalan Sesai"
    page.get_by_role("link", name="Belum mulai").click()
    page.get_by_role("link", name="Budi Santoso").click()
    assert "19850312 201001 1 004" in page.get_by_role("main").inner_text()


def test_the_recap_comes_as_a_workbook_with_nip_as_text(page: Page, tmp_path: Path) -> None:
    with page.expect_download() as download:
        page.get_by_role("link", name="Unduh rekap (Excel)").click()
    assert re.fullmatch(r"rekap-bina-asn-14\.72-\d{4}\.xlsx", download.value.suggested_filename)
    download.value.save_as(tmp_path / "rekap.xlsx")
    cell = openpyxl.load_workbook(tmp_path / "rekap.xlsx")["Daftar ASN"]["C5"]
    assert (cell.value, cell.data_type) == (BUDI, "s")


def test_a_code_is_made_and_a_pc_revoked(page: Page) -> None:
    page.get_by_role("link", name="Kode").click()
    page.get_by_label("Unit kerja").select_option(SESAI)
    page.get_by_role("button", name="Buat kode").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Kode pendaftaran baru"
    page.get_by_role("link", name="Perangkat").click()
    page.get_by_text("Cabut", exact=True).click()
    page.get_by_role("button", name="Cabut PC Loket").click()
    assert "Dicabut" in page.get_by_role("main").inner_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1366, 390])
def test_no_page_is_wider_than_the_window(
    browser: Browser, server: str, page: Page, scheme: str, width: int
) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_viewport_size({"width": width, "height": 690})
    for path in ("", f"unit/{SESAI}", "perangkat", "kode", "jejak"):
        page.goto(f"/admin/{path}")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
