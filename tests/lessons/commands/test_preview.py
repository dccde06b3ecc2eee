"""The real command in a process of its own, and a real browser in front of it."""

from __future__ import annotations

import re
import shutil
import signal
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect, sync_playwright

from lessons.__main__ import main
from tests.lessons.building import edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

DRAFT = Path(__file__).parent.parent / "preview/draf-bank.kuis.md"
ARGUMENTS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]


@contextmanager
def previewing(folder: Path) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """The address of a preview that runs, and its process."""
    process = subprocess.Popen(
        [sys.executable, "-m", "lessons", "preview", folder, "--port", "0", "--no-open"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None
        ready = process.stdout.readline()
        assert ready.startswith("Pratinjau di http://127.0.0.1:")
        yield ready.split()[-1], process
    finally:
        process.kill()
        process.communicate(timeout=30)


def test_it_ends_well_with_ctrl_c(folder: Path) -> None:
    with previewing(folder) as (_, process):
        process.send_signal(signal.SIGINT)
        rest, complaints = process.communicate(timeout=30)
        assert (process.returncode, complaints) == (0, "")
        assert rest.endswith("Pratinjau berakhir.\n")


def test_a_port_that_is_taken(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with previewing(folder) as (address, _):
        port = address.rstrip("/").rpartition(":")[2]
        with pytest.raises(SystemExit) as caught:
            main(["preview", str(folder), "--port", port, "--no-open"])
    assert caught.value.code == 2
    assert f"porta {port} tidak dapat dipakai" in capsys.readouterr().err


@pytest.mark.parametrize("port", ["-1", "65536", "x"])
def test_a_port_that_is_none(folder: Path, port: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["preview", str(folder), f"--port={port}", "--no-open"])
    assert caught.value.code == 2
    assert port in capsys.readouterr().err


def test_a_folder_that_is_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["preview", str(tmp_path / "tidak-ada"), "--no-open"])
    assert caught.value.code == 2
    assert "tidak ada" in capsys.readouterr().err


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    program = shutil.which("chromium")
    if program is None:
        pytest.skip("Chromium is not installed")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser, folder: Path) -> Iterator[Page]:
    """A page of a course with a draft, whose browser complains of nothing."""
    shutil.copy(DRAFT, folder)
    with previewing(folder) as (address, _):
        context = browser.new_context(locale="id-ID", base_url=address)
        page = context.new_page()
        complaints: list[str] = []
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        yield page
        context.close()
    assert complaints == []


def _replace(path: Path, old: str, new: str) -> None:
    """Save as editors do: a new file, then a rename."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    made = path.with_name("tersimpan~")
    made.write_text(text.replace(old, new), encoding="utf-8")
    made.replace(path)


def test_a_save_is_seen_and_so_is_a_mistake(page: Page, folder: Path) -> None:
    page.goto("/pelajaran/asn-99-01")
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_have_text("Surat masuk")
    edit(folder / "01-surat-masuk.md", "judul: Surat masuk", "judul: Surat keluar")
    expect(heading).to_have_text("Surat keluar")
    _replace(folder / "01-surat-masuk.md", "judul: Surat keluar", "jdul: Surat keluar")
    expect(page.get_by_role("alert")).to_contain_text("01-surat-masuk.md")
    expect(heading).to_have_text("Surat keluar")
    page.get_by_role("link", name="Lihat semua").click()
    expect(page.get_by_role("table").first).to_contain_text("judul")
    _replace(folder / "01-surat-masuk.md", "jdul: Surat keluar", "judul: Surat dinas")
    expect(page.get_by_role("heading", name="Tidak ada kesalahan")).to_be_visible()


def test_a_quiz_is_played_and_its_result_follows_a_save(page: Page, folder: Path) -> None:
    page.goto("/kuis/draf-bank?benih=7")
    page.get_by_role("radio", name="Yang pertama").check()
    page.get_by_role("checkbox", name="Satu").check()
    page.get_by_role("checkbox", name="Dua").check()
    page.get_by_role("radio", name="Benar").check()
    page.get_by_label("Pasangan untuk Suap").select_option("Pemberian agar berbuat")
    page.get_by_label("Pasangan untuk Gratifikasi").select_option("Pemberian dalam arti luas")
    for place, step in enumerate(("Terima", "Catat", "Teruskan", "Simpan"), 1):
        page.get_by_label(f"Urutan {step}").select_option(str(place))
    page.get_by_role("group", name="Angka").get_by_label("Jawaban").fill("1.5")
    page.get_by_role("group", name="Isian singkat").get_by_label("Jawaban").fill("kpk")
    page.get_by_label("Isian 1").fill("tiga puluh")
    page.get_by_label("Isian 2").select_option("kerja")
    page.get_by_role("radio", name="Menolak").check()
    page.get_by_role("group", name="Berapa hari?").get_by_label("Jawaban").fill("30")
    page.get_by_role("button", name="Kirim jawaban").click()
    expect(page.get_by_role("alert").first).to_contain_text("1 jawaban belum dapat dinilai")
    page.get_by_role("group", name="Angka").get_by_label("Jawaban").fill("14 hari kerja")
    page.get_by_role("button", name="Kirim lagi").click()
    result = page.get_by_role("region", name="Hasil")
    expect(result).to_contain_text("Nilai 100")
    edit(folder / DRAFT.name, "= 14 ± 1", "= 20 ± 1")
    expect(result).to_contain_text("Nilai 88")


def test_a_trainer_switches_to_the_keys(page: Page) -> None:
    page.goto("/kuis/draf-bank?benih=7")
    expect(page.get_by_role("complementary")).to_have_count(0)
    page.get_by_role("link", name="Pandangan pengajar").click()
    expect(page).to_have_url(re.compile("benih=7"))
    expect(page.get_by_role("complementary")).to_have_count(9)


@pytest.mark.parametrize("width", [1366, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_is_wider_than_the_window(page: Page, width: int, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_viewport_size({"width": width, "height": 690})
    for path in ("", "masalah", "pelajaran/asn-99-01", "kuis/draf-bank?pandangan=pengajar"):
        page.goto(f"/{path}")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
