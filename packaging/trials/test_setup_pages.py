"""The Windows installer and uninstaller as the person who double-clicks them sees them.

Wine gives the buttons of message boxes its own words, and takes two seconds to end each wizard.
"""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from trials.learning import RESULTS, learn
from trials.person import pc_tool
from trials.setup_run import FOLDER, KEY, data_folder, is_untouched, program, version

if TYPE_CHECKING:
    from collections.abc import Iterator

    from installers.workshop import Workshop
    from trials.person import Person
    from trials.wine import Pc

CANCELLED, NEWER, SETTINGS_REFUSED, NO_RIGHTS = 1, 5, 6, 8
LOG = r"C:\users\Public\halaman.log"


@pytest.fixture(scope="module")
def carried(person: Person, setup: Path) -> Path:
    """The installer on a flashdisk."""
    folder = person.pc.drive / "stick"
    folder.mkdir()
    return Path(shutil.copy(setup, folder))


@pytest.fixture(scope="module")
def restricted(person: Person, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Starts a program as somebody without administrator rights."""
    return pc_tool(person.pc, tmp_path_factory.mktemp("restricted"), "restricted")


@contextmanager
def double_clicked(person: Person, file: Path, *words: str, code: int = 0) -> Iterator[None]:
    """What a person does with a program until it ends with this exit code."""
    with person.pc.start(file, *words, f"/LOG={LOG}") as process:
        try:
            yield
            # Not for the end of its output: what the last page opens holds that, too.
            process.wait(timeout=60)
        finally:
            process.kill()
    assert process.returncode == code


@pytest.fixture(scope="module")
def installed(person: Person, carried: Path) -> Person:
    """After the first installation, in Indonesian; its last page has opened the program."""
    settings = carried.with_name("pengaturan.toml")
    settings.write_text("kunci_layar = 7\n", "utf-8")
    with double_clicked(person, carried, "/BAHASA=id"):
        welcome = person.sees("Memasang Bina ASN", "pasang-1-awal")
        assert welcome.labels("Button") == {"&Lanjut >", "Batal"}
        assert person.pc.inside(settings) in welcome.control("Berkas pengaturan").text
        person.presses("Return")
        folder = person.sees("Folder program", "pasang-2-folder")
        assert folder.labels("Edit") == {FOLDER}
        assert "MB" in folder.control("Ruang yang diperlukan").text
        person.presses("Return")
        copying = person.sees("Menyalin berkas ke", "pasang-3-menyalin")
        assert copying.labels("Button", enabled_only=True) == {"&Perincian"}
        person.sees("Memeriksa berkas yang disalin", "pasang-4-memeriksa")
        done = person.sees("Bina ASN sudah terpasang", "pasang-5-selesai")
        assert done.control("&Buka Bina ASN sekarang").is_checked
        person.presses("Return")
    settings.unlink()
    for page in (welcome, folder, copying, done):
        assert page.is_whole(), page
    return person


@contextmanager
def newer_installed(pc: Pc) -> Iterator[None]:
    """Meanwhile Windows knows a newer version as installed."""
    setting = ("reg", "add", KEY, "/f", "/v", "Version", "/d")
    before = pc.registry(KEY)["Version"]
    pc.run(*setting, "99.0.0")
    yield
    pc.run(*setting, before)


def test_going_back_and_cancelling_leave_nothing(person: Person, carried: Path) -> None:
    with double_clicked(person, carried, "/BAHASA=en", code=CANCELLED):
        welcome = person.sees("Installing Bina ASN", "pasang-1-awal-en")
        assert welcome.labels("Button") == {"&Next >", "Cancel"}
        person.presses("Return")
        folder = person.sees("Destination Folder", "pasang-2-folder-en")
        person.clicks(folder.control("< &Back"))
        person.sees("Installing Bina ASN")
        person.presses("alt+n")
        person.sees("Destination Folder")
        person.presses("Escape")
    assert welcome.is_whole()
    assert folder.is_whole()
    assert is_untouched(person.pc)


def test_wrong_settings_are_named_by_their_lines(person: Person, carried: Path) -> None:
    settings = carried.with_name("pengaturan.toml")
    settings.write_text("kunci_layar = 500\nservr = 'x'\n", "utf-8")
    with double_clicked(person, carried, "/BAHASA=id", code=SETTINGS_REFUSED):
        person.sees("Memasang Bina ASN")
        person.presses("Return")
        person.sees("Folder program")
        person.presses("Return")
        told = person.sees("Tidak ada yang dipasang", "pasang-pengaturan-ditolak")
        words = told.control("Tidak ada yang dipasang").text
        assert all(word in words for word in ("Baris 1", "kunci_layar", "Baris 2", "servr"))
        person.presses("Return")
    settings.unlink()
    assert told.is_whole()
    assert is_untouched(person.pc)


def test_without_rights_nothing_begins(person: Person, carried: Path, restricted: Path) -> None:
    words = (person.pc.inside(carried), "/BAHASA=id")
    with double_clicked(person, restricted, *words, code=NO_RIGHTS):
        told = person.sees("hak administrator", "pasang-tanpa-hak")
        person.presses("Return")
    assert told.is_whole()
    assert is_untouched(person.pc)


def test_the_last_page_opens_the_program(installed: Person, workshop: Workshop) -> None:
    installed.screen.wait_for_window("^Bina ASN$", 60)
    assert version(installed.pc) == workshop.version


def test_an_open_program_is_told_of_and_closed_in_order(
    installed: Person, carried: Path, workshop: Workshop
) -> None:
    installed.screen.wait_for_window("^Bina ASN$", 60)
    with double_clicked(installed, carried, "/BAHASA=id", code=CANCELLED):
        installed.sees("akan diganti dengan versi", "perbarui-1-awal")
        installed.presses("Return")
        is_open = installed.sees("&Tutup Bina ASN", "perbarui-2-terbuka")
        assert "&Lanjut >" not in is_open.labels("Button", enabled_only=True)
        installed.presses("Escape")
    assert is_open.is_whole()
    with double_clicked(installed, carried, "/BAHASA=en"):
        first = installed.sees("will be replaced by version", "perbarui-1-awal-en")
        assert first.labels("Button") == {"&Install", "Cancel"}
        installed.presses("Return")
        page = installed.sees("&Close Bina ASN", "perbarui-2-terbuka-en")
        installed.clicks(page.control("&Close Bina ASN"))
        installed.sees("Copying files to", "perbarui-3-menyalin-en")
        done = installed.sees("Bina ASN is installed", "perbarui-4-selesai-en")
        installed.presses("alt+o")
        installed.presses("Return")
    assert all(shown.is_whole() for shown in (first, page, done))
    assert version(installed.pc) == workshop.version
    assert "BinaASN.exe" not in installed.pc.run("tasklist").output


def test_an_older_version_is_refused(installed: Person, carried: Path) -> None:
    with (
        newer_installed(installed.pc),
        double_clicked(installed, carried, "/BAHASA=id", code=NEWER),
    ):
        told = installed.sees("lebih baru daripada", "pasang-lebih-lama")
        installed.presses("Return")
    assert told.is_whole()


def test_the_removal_needs_rights(installed: Person, restricted: Path) -> None:
    uninstaller = installed.pc.drive / "hapus.exe"
    shutil.copy(installed.pc.outside(FOLDER) / "uninstall.exe", uninstaller)
    words = (installed.pc.inside(uninstaller), "/S", *f"_?={FOLDER}".split(" "))
    assert installed.pc.run(restricted, *words).code == NO_RIGHTS
    assert program(installed.pc, "--version").code == 0


def test_the_removal_asks_about_results(installed: Person) -> None:
    uninstaller = installed.pc.outside(FOLDER) / "uninstall.exe"
    with double_clicked(installed, uninstaller, "/BAHASA=en"):
        english = installed.sees("Removing Bina ASN", "hapus-1-pilihan-en")
        assert english.control("&Keep results and settings").is_checked
        installed.presses("Escape")
    assert english.is_whole()
    assert program(installed.pc, "--version").code == 0


def test_the_removal_keeps_results_that_wait(installed: Person) -> None:
    learn(data_folder(installed.pc))
    uninstaller = installed.pc.outside(FOLDER) / "uninstall.exe"
    with double_clicked(installed, uninstaller, "/BAHASA=id"):
        choice = installed.sees("Menghapus Bina ASN", "hapus-1-pilihan")
        assert choice.control("&Simpan hasil belajar").is_checked
        installed.presses("alt+b")
        installed.presses("alt+h")
        told = installed.sees("belum terkirim", "hapus-2-hasil-menunggu")
        assert f"{RESULTS} hasil belum terkirim" in told.control("belum terkirim").text
        installed.presses("Return")
        end = installed.sees("Penghapusan selesai", "hapus-3-selesai")
        installed.presses("Return")
    assert all(shown.is_whole() for shown in (choice, told, end))
    assert not (installed.pc.outside(FOLDER) / "program").exists()
    assert (data_folder(installed.pc) / "bina-asn.db").is_file()
